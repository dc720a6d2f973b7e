/** How long the reason of an act has to be. The web says it at the field and before sending, the API at the act. */
import { accept, type Checked, refuse } from './checked.ts'
import { cleanText, lengthOf } from './text.ts'

/** What is asked of a reason. */
export interface ReasonRule {
  /** The most characters it may have. */
  readonly most: number
  /** What a field that asks for it says of its length. */
  readonly hint: string
  /** The reason as it is kept, or what is wrong with it. */
  readonly check: (text: string) => Checked<string>
}

/** The reason of an act. */
export const plainReason = ruleOf(2)

/** The same where a person's standing or secret is at stake: a sanction, its lifting, the sight of a number. */
export const graveReason = ruleOf(5)

function ruleOf(least: number, most = 500): ReasonRule {
  const hint = `不少于 ${least} 个字`
  const check = (text: string) => {
    const clean = cleanText(text)
    const length = lengthOf(clean)
    if (length < least) return refuse(`请写明理由，${hint}`)
    return length <= most ? accept(clean) : refuse(`理由最多 ${most} 个字`)
  }
  return { most, hint, check }
}
