import { plainReason } from '@sitai/rules/reason'

import type {
  PairingActs_DefaultsFragment as Defaults,
  PairingActs_PairingFragment as Pairing,
} from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { useGoOn } from '../useGoOn.ts'
import { GradeDialog } from './GradeDialog.tsx'
import { PauseDialog } from './PauseDialog.tsx'
import { RenewDialog } from './RenewDialog.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { TerminateDialog } from './TerminateDialog.tsx'
import { UndoButton } from './UndoButton.tsx'

export const PairingActs_pairing = graphql(`
  fragment PairingActs_pairing on Pairing {
    id
    version
    status
    batchId
    termFrom
    endsOn
    lastDay
    visitsPerMonth
    grade
    community {
      code
      name
    }
    practitioner {
      id
      name
    }
    refusals { act message }
  }
`)

export const PairingActs_defaults = graphql(`
  fragment PairingActs_defaults on PairingDefaults {
    today
    maxTermYears
    rotationTerms
    grounds {
      code
      label
    }
  }
`)

const ConfirmPairing = graphql(`
  mutation ConfirmPairing($input: WhichInput!) { confirmPairing(input: $input) { ...Refused } }
`)

const ActivatePairing = graphql(`
  mutation ActivatePairing($input: WhichInput!) { activatePairing(input: $input) { ...Refused } }
`)

const RejectPairing = graphql(`
  mutation RejectPairing($input: WhichAndReasonInput!) { rejectPairing(input: $input) { ...Refused } }
`)

const ResumePairing = graphql(`
  mutation ResumePairing($input: WhichInput!) { resumePairing(input: $input) { ...Refused } }
`)

export type { Defaults }

/** What the dialog of an act on a pairing is told. */
export interface ActOn {
  pairing: Pairing
  which: { id: string; expectedVersion: number }
}

interface PairingActsProps {
  pairing: FragmentType<typeof PairingActs_pairing>
  defaults: FragmentType<typeof PairingActs_defaults>
}

/** What the state of a pairing lets the bureau do; what it does not allow now is greyed with the reason. */
export function PairingActs(props: PairingActsProps) {
  const pairing = readFragment(PairingActs_pairing, props.pairing)
  const defaults = readFragment(PairingActs_defaults, props.defaults)
  const mayWrite = useMay('pairing:write')
  const goOn = useGoOn()
  if (!mayWrite) return null

  const { status, community, practitioner } = pairing
  const which = { id: pairing.id, expectedVersion: pairing.version }
  const pair = `${community.name}与${practitioner.name}`
  const serving = status === 'ACTIVE' || status === 'PAUSED'
  const early = status === 'PROPOSED' || status === 'CONFIRMED'

  return (
    <>
      {status === 'PROPOSED' && (
        <ActButton
          act={ConfirmPairing}
          input={() => which}
          on={pairing}
          label="确认"
          button={{ type: 'primary' }}
          question={`确认${pair}结对？`}
          consequence="确认后，到聘期首日自动开始履职。"
          toast="已确认"
        />
      )}
      {status === 'CONFIRMED' && (
        <ActButton
          act={ActivatePairing}
          input={() => which}
          on={pairing}
          label="开始履职"
          button={{ type: 'primary' }}
          question={`${pair}开始履职？`}
          consequence="从今天起计入覆盖率和每月应到。"
          confirmLabel="开始"
          toast="已开始履职"
        />
      )}
      {early && (
        <ActButton
          act={RejectPairing}
          input={(reason) => ({ ...which, reason })}
          on={pairing}
          label={status === 'PROPOSED' ? '不予通过' : '撤回'}
          danger
          question={`${pair}的结对不予通过？`}
          consequence="席位空出，社区回到结对工作台。此步不能恢复，可另行结对。"
          confirmLabel="不予通过"
          reason={plainReason}
          toast="已办理"
        />
      )}
      {status === 'PAUSED' && (
        <ActButton
          act={ResumePairing}
          input={() => which}
          on={pairing}
          label="恢复履职"
          button={{ type: 'primary' }}
          question={`恢复${pair}的结对？`}
          consequence="从今天起重新计入每月应到。"
          confirmLabel="恢复"
          toast="已恢复履职"
        />
      )}
      {status === 'ACTIVE' && <RenewDialog pairing={pairing} which={which} defaults={defaults} />}
      {serving && <ReplaceDialog pairing={pairing} which={which} defaults={defaults} />}
      {status === 'ACTIVE' && <PauseDialog pairing={pairing} which={which} pair={pair} today={defaults.today} />}
      {!early && status !== 'REJECTED' && <GradeDialog pairing={pairing} which={which} />}
      {serving && <TerminateDialog pairing={pairing} which={which} pair={pair} defaults={defaults} />}
      {pairing.batchId != null && (serving || early) && (
        <UndoButton
          of={{ id: pairing.id }}
          on={pairing}
          label="撤销"
          question={`撤销${pair}的结对？`}
          onDone={() => goOn(paths.pairingDesk({ community: community.code }))}
        />
      )}
    </>
  )
}
