/** Input of a law firm or legal service office, for creating and for changing it; what is left out stays as it is. */
import { z } from 'zod'
import { accept } from './checked.ts'
import { parseCreditCode } from './creditCode.ts'
import { firmKinds, orgForms, partyOrgs } from './dictionaries.ts'
import { across, choice, date, line, optional, paragraph, place, required, wholePlace } from './fields.ts'
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

const kind = choice('机构类别', firmKinds)
const orgForm = choice('组织形式', orgForms).nullish()

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
    name: required('机构名称', line('机构名称', 60)),
    creditCode: required('统一社会信用代码', creditCode),
    licenceNo: required('执业许可证号', (text) => accept(cleanLicenceNo(text))),
    orgForm,
    director: optional(checkName),
    phone: optional(phoneNumber),
    address: optional(line('地址', 100)),
    ...place,
    streetCode: optional((text) => accept(text)),
    setUpOn: optional(date('设立日期')),
    partyOrg: choice('党组织', partyOrgs),
    note: optional(paragraph('备注', 500)),
  })
  .refine(...wholePlace)
  .refine(...rightLicence)
  .refine(...formOfLawFirm)

/** A firm as cleaned and checked. */
export type FirmInput = z.output<typeof firmInput>
