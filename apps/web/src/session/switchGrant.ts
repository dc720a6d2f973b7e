import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'

const SwitchGrant = graphql(`
  mutation SwitchGrant($input: SwitchGrantInput!) { switchGrant(input: $input) { ...Refused } }
`)

/** Acts under another of one's grants. The page is loaded anew, so that nothing of the former scope stays. */
export function useSwitchGrant() {
  const [switchGrant, { busy, refusal }] = useAct(SwitchGrant)
  const choose = async (grantId: string) => {
    if (await switchGrant({ input: { grantId } })) window.location.assign(paths.home())
  }
  return { choose, busy, refusal: refusal?.message ?? null }
}

/** A grant in words: the role and where it holds. */
export function grantLabel(grant: { roleLabel: string; placeName: string; firmName?: string | null }): string {
  return `${grant.roleLabel} · ${grant.firmName ?? grant.placeName}`
}
