/** Input of a law firm or legal service office, for creating and for changing it; what is left out stays as it is. */
import { z } from 'zod'
import { accept } from './checked.ts'
import { parseCreditCode } from './creditCode.ts'
import { across, choice, date, line, optional, paragraph, place, required, wholePlace } from './fields.ts'
import { firmFields as fields } from './firm.fields.ts'
import { checkFirmLicenceNo, cleanLicenceNo } from './licenceNo.ts'
import { checkName } from './personName.ts'
import { parsePhone } from './phone.ts'

const creditCode = (text: string) => {
  const parsed = parseCreditCode(text)
  return parsed.ok ? accept(parsed.value.code) : parsed
}

/** A telephone number of any kind in its stored form. */
export const phoneNumber = (text: string) => {
  const parsed = parsePhone(text)
  return parsed.ok ? accept(parsed.value.number) : parsed
}

const kind = choice(fields.kind)
const orgForm = choice(fields.orgForm).nullish()

/** Which numbers are right depends on the kind of firm. */
const rightLicence = across(z.object({ kind, licenceNo: z.string() }), 'licenceNo', (firm) => {
  const licence = checkFirmLicenceNo(firm.kind, firm.licenceNo)
  return licence.ok ? null : licence.reason
})

const formOfLawFirm = across(z.object({ kind, orgForm }), 'orgForm', (firm) =>
  firm.kind === 'LAW_FIRM' && firm.orgForm == null ? '请选择组织形式' : null,
)

/** Schema of `createFirm` and `updateFirm`. */
export const firmInput = z
  .object({
    kind,
    name: required(fields.name, line(60)),
    creditCode: required(fields.creditCode, creditCode),
    licenceNo: required(fields.licenceNo, (text) => accept(cleanLicenceNo(text))),
    orgForm,
    director: optional(fields.director, checkName),
    phone: optional(fields.phone, phoneNumber),
    address: optional(fields.address, line(100)),
    ...place,
    streetCode: optional(fields.streetCode, accept),
    setUpOn: optional(fields.setUpOn, date),
    partyOrg: choice(fields.partyOrg),
    note: optional(fields.note, paragraph(500)),
  } satisfies Record<keyof typeof fields, z.ZodType>)
  .refine(...wholePlace)
  .refine(...rightLicence)
  .refine(...formOfLawFirm)

/** A firm as cleaned and checked. */
export type FirmInput = z.output<typeof firmInput>
