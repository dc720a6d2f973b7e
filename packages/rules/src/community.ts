/** Input of a community or village, and what its division code tells. */
import { z } from 'zod'
import { accept, type Checked, refuse } from './checked.ts'
import { communityFields as fields } from './community.fields.ts'
import { choice, line, optional, place, reference, required, whole, wholePlace } from './fields.ts'
import { phoneNumber } from './firm.ts'
import { checkName } from './personName.ts'
import { cleanIdentifier } from './text.ts'

/** Checks the 12-digit code of a community in the statistical division codes (统计用区划代码). */
export function checkCommunityCode(text: string): Checked<string> {
  const code = cleanIdentifier(text)
  if (!/^\d{12}$/u.test(code)) return refuse('社区区划代码应为12位数字')
  return code.endsWith('000') ? refuse('社区区划代码末3位不能为000（那是街道的代码）') : accept(code)
}

/** The street of a community: the first 9 digits. */
export function streetOf(communityCode: string): string {
  return communityCode.slice(0, 9)
}

/** The district of a place: the first 6 digits. */
export function districtOf(code: string): string {
  return code.slice(0, 6)
}

/** True when a place lies within a division: its code begins with the division's. */
export function isWithinDivision(code: string, divisionCode: string): boolean {
  return code.startsWith(divisionCode)
}

/** Schema of `createCommunity` and `updateCommunity`. */
export const communityInput = z
  .object({
    code: required(fields.code, checkCommunityCode),
    name: required(fields.name, line(40)),
    kind: choice(fields.kind),
    address: optional(fields.address, line(100)),
    ...place,
    population: whole(fields.population, 0, 1_000_000).nullish(),
    migrantPopulation: whole(fields.migrantPopulation, 0, 1_000_000).nullish(),
    contactName: optional(fields.contactName, checkName),
    contactPhone: optional(fields.contactPhone, phoneNumber),
    officeHours: optional(fields.officeHours, line(100)),
    visitRoom: optional(fields.visitRoom, line(100)),
    demands: z
      .array(z.object({ topic: required('需求主题', reference), weight: whole('需求权重', 1, 5) }))
      .max(21, { error: '需求主题过多' })
      .refine((items) => new Set(items.map(({ topic }) => topic)).size === items.length, { error: '需求主题重复' })
      .optional(),
  } satisfies Record<keyof typeof fields, z.ZodType>)
  .refine(...wholePlace)

/** A community as cleaned and checked. */
export type CommunityInput = z.output<typeof communityInput>
