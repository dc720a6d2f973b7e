/** How long the reason of an act has to be. The web says it at the field and before sending, the API at the act. */
import { accept, type Checked, refuse } from './checked.ts'
import { cleanText, lengthOf } from './text.ts'

/** The least characters of the reason of an act. */
export const REASON_LEAST = 2

/** The same where a person's standing or secret is at stake: a sanction, its lifting, the sight of a number. */
export const GRAVE_REASON_LEAST = 5

/** The most characters of any reason. */
export const REASON_MOST = 500

/** The reason as it is kept, or what is wrong with it. */
export function checkReason(text: string, least = REASON_LEAST): Checked<string> {
  const clean = cleanText(text)
  const length = lengthOf(clean)
  if (length < least) return refuse(`请写明理由，${reasonHint(least)}`)
  return length <= REASON_MOST ? accept(clean) : refuse(`理由最多 ${REASON_MOST} 个字`)
}

/** What a field that asks for a reason says of its length. */
export function reasonHint(least = REASON_LEAST): string {
  return `不少于 ${least} 个字`
}
