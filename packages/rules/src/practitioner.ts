/** Input of a practitioner, for creating and for changing one; an optional field that is left out stays as it is. */
import { z } from 'zod'
import type { LocalDate } from './calendar.ts'
import { accept, refuse } from './checked.ts'
import { across, choice, date, line, optional, paragraph, reference, required, whole } from './fields.ts'
import { phoneNumber } from './firm.ts'
import { parseIdNumber } from './idNumber.ts'
import { checkLicenceNo, cleanLicenceNo } from './licenceNo.ts'
import { checkName } from './personName.ts'
import { practitionerFields as fields } from './practitioner.fields.ts'

/** A specialty: a topic of the bureau's dictionary and how well it is known, 1 to 3. */
export const specialtyInput = z.object({
  topic: required(fields.specialties, reference),
  level: whole('特长等级', 1, 3),
})

/**
 * Schema of `createPractitioner` and `updatePractitioner`; `today` bounds birth, licence and membership. What the
 * identity number tells of birth year and gender is filled in, and must not contradict what was typed.
 */
export function practitionerInput(today: LocalDate) {
  const thisYear = Number(today.slice(0, 4))
  const kind = choice(fields.kind)
  const gender = choice(fields.gender).nullish()
  const birthYear = whole(fields.birthYear, 1900, thisYear).nullish()
  const idNo = z.string().nullish()
  const told = (number: string | null | undefined) => {
    const parsed = parseIdNumber(number ?? '', today)
    return parsed.ok ? { gender: parsed.value.gender, birthYear: Number(parsed.value.birthDate.slice(0, 4)) } : null
  }

  /** Which numbers are right depends on the kind of practice. */
  const rightLicence = across(z.object({ kind, licenceNo: z.string() }), 'licenceNo', (person) => {
    const licence = checkLicenceNo(person.kind, person.licenceNo, thisYear)
    return licence.ok ? null : licence.reason
  })
  const sameGender = across(z.object({ idNo, gender }), 'gender', (person) =>
    (person.gender ?? told(person.idNo)?.gender ?? null) === (told(person.idNo)?.gender ?? person.gender ?? null)
      ? null
      : '性别与身份证号码不一致',
  )
  const sameBirthYear = across(z.object({ idNo, birthYear }), 'birthYear', (person) =>
    (person.birthYear ?? told(person.idNo)?.birthYear ?? null) ===
    (told(person.idNo)?.birthYear ?? person.birthYear ?? null)
      ? null
      : '出生年份与身份证号码不一致',
  )

  return z
    .object({
      kind,
      name: required(fields.name, checkName),
      gender,
      birthYear,
      licenceNo: required(fields.licenceNo, (text) => accept(cleanLicenceNo(text))),
      firstLicensedOn: optional(fields.firstLicensedOn, (text, label) => {
        const day = date(text, label)
        return day.ok && day.value > today ? refuse(`${label}不能晚于今天`) : day
      }),
      politicalStatus: choice(fields.politicalStatus),
      phone: optional(fields.phone, phoneNumber),
      idNo: optional(fields.idNo, (text) => {
        const parsed = parseIdNumber(text, today)
        return parsed.ok ? accept(parsed.value.number) : parsed
      }),
      languages: z
        .array(required(fields.languages, line(20)))
        .max(10, { error: '语言最多10种' })
        .optional(),
      capacity: whole(fields.capacity, 0, 20).nullish(),
      specialties: z
        .array(specialtyInput)
        .max(21, { error: '专业特长过多' })
        .refine((items) => new Set(items.map(({ topic }) => topic)).size === items.length, { error: '专业特长重复' })
        .optional(),
      note: optional(fields.note, paragraph(500)),
    } satisfies Record<keyof typeof fields, z.ZodType>)
    .refine(...rightLicence)
    .refine(...sameGender)
    .refine(...sameBirthYear)
    .transform((person) => ({ ...person, ...told(person.idNo) }))
}

/** A practitioner as cleaned and checked. */
export type PractitionerInput = z.output<ReturnType<typeof practitionerInput>>
