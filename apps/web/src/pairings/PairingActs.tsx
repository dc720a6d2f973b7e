import { plainReason } from '@sitai/rules/reason'
import { useNavigate } from 'react-router'

import { useAct } from '../act.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useToast } from '../ui/toast.tsx'
import { ActDialog } from './ActDialog.tsx'
import { ActivatePairing, ConfirmPairing, RejectPairing, ResumePairing } from './actDocuments.ts'
import { GradeForm } from './GradeForm.tsx'
import { PauseForm } from './PauseForm.tsx'
import { RenewForm } from './RenewForm.tsx'
import { ReplaceForm } from './ReplaceForm.tsx'
import { TerminateForm } from './TerminateForm.tsx'
import { useUndo } from './useUndo.ts'

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
    confirmRefusal
    activateRefusal
    rejectRefusal
    pauseRefusal
    resumeRefusal
    terminateRefusal
    replaceRefusal
    renewRefusal
    gradeRefusal
    undoRefusal
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

interface PairingActsProps {
  pairing: FragmentType<typeof PairingActs_pairing>
  defaults: FragmentType<typeof PairingActs_defaults>
}

/** What the state of a pairing lets the bureau do; what it does not allow now is greyed with the reason. */
export function PairingActs(props: PairingActsProps) {
  const pairing = readFragment(PairingActs_pairing, props.pairing)
  const defaults = readFragment(PairingActs_defaults, props.defaults)
  const mayWrite = useMay('pairing:write')
  const toast = useToast()
  const navigate = useNavigate()
  const [confirm, confirming] = useAct(ConfirmPairing, (data) => data.confirmPairing, { refetch: 'active' })
  const [activate, activating] = useAct(ActivatePairing, (data) => data.activatePairing, { refetch: 'active' })
  const [reject, rejecting] = useAct(RejectPairing, (data) => data.rejectPairing, { refetch: 'active' })
  const [resume, resuming] = useAct(ResumePairing, (data) => data.resumePairing, { refetch: 'active' })
  const { undo, act: undoing } = useUndo()
  if (!mayWrite) return null

  const { status, community, practitioner } = pairing
  const which = { id: pairing.id, expectedVersion: pairing.version }
  const pair = `${community.name}与${practitioner.name}`
  const said = <T,>(text: string, done: T): T => {
    if (done) toast.success(text)
    return done
  }
  const serving = status === 'ACTIVE' || status === 'PAUSED'
  const early = status === 'PROPOSED' || status === 'CONFIRMED'

  return (
    <>
      {status === 'PROPOSED' && (
        <ConfirmButton
          label="确认"
          refusal={pairing.confirmRefusal}
          question={`确认${pair}结对？`}
          consequence="确认后，到聘期首日自动开始履职。"
          confirmLabel="确认"
          act={confirming}
          onConfirm={async () => said('已确认', await confirm({ input: which }))}
          button={{ type: 'primary' }}
        />
      )}
      {status === 'CONFIRMED' && (
        <ConfirmButton
          label="开始履职"
          refusal={pairing.activateRefusal}
          question={`${pair}开始履职？`}
          consequence="从今天起计入覆盖率和每月应到。"
          confirmLabel="开始"
          act={activating}
          onConfirm={async () => said('已开始履职', await activate({ input: which }))}
          button={{ type: 'primary' }}
        />
      )}
      {early && (
        <ConfirmButton
          label={status === 'PROPOSED' ? '不予通过' : '撤回'}
          danger
          refusal={pairing.rejectRefusal}
          question={`${pair}的结对不予通过？`}
          consequence="席位空出，社区回到结对工作台。此步不能恢复，可另行结对。"
          confirmLabel="不予通过"
          reason={plainReason}
          act={rejecting}
          onConfirm={async (reason) => said('已办理', await reject({ input: { ...which, reason } }))}
        />
      )}
      {status === 'PAUSED' && (
        <ConfirmButton
          label="恢复履职"
          refusal={pairing.resumeRefusal}
          question={`恢复${pair}的结对？`}
          consequence="从今天起重新计入每月应到。"
          confirmLabel="恢复"
          act={resuming}
          onConfirm={async () => said('已恢复履职', await resume({ input: which }))}
          button={{ type: 'primary' }}
        />
      )}
      {status === 'ACTIVE' && (
        <ActDialog label="续聘" primary refusal={pairing.renewRefusal} title={`续聘${practitioner.name}`}>
          {(close) => (
            <RenewForm
              pairing={pairing}
              defaults={defaults}
              onClose={close}
              onDone={(id) => {
                close()
                toast.success('已办续聘')
                void navigate(paths.pairing(id))
              }}
            />
          )}
        </ActDialog>
      )}
      {serving && (
        <ActDialog label="更换顾问" refusal={pairing.replaceRefusal} title={`更换${community.name}的顾问`} width={760}>
          {(close) => (
            <ReplaceForm
              pairing={pairing}
              defaults={defaults}
              onClose={close}
              onDone={(id) => {
                close()
                toast.success('已更换顾问')
                void navigate(paths.pairing(id))
              }}
            />
          )}
        </ActDialog>
      )}
      {status === 'ACTIVE' && (
        <ActDialog label="暂停" refusal={pairing.pauseRefusal} title={`暂停${pair}的结对`}>
          {(close) => (
            <PauseForm
              which={which}
              today={defaults.today}
              min={pairing.termFrom}
              onClose={close}
              onDone={() => {
                close()
                toast.success('已暂停')
              }}
            />
          )}
        </ActDialog>
      )}
      {!early && status !== 'REJECTED' && (
        <ActDialog label="登记考核" refusal={pairing.gradeRefusal} title={`${practitioner.name}本聘期的考核等次`}>
          {(close) => (
            <GradeForm
              which={which}
              grade={pairing.grade ?? null}
              onClose={close}
              onDone={() => {
                close()
                toast.success('已登记')
              }}
            />
          )}
        </ActDialog>
      )}
      {serving && (
        <ActDialog label="解聘" danger refusal={pairing.terminateRefusal} title={`解聘${pair}的结对`}>
          {(close) => (
            <TerminateForm
              pairing={pairing}
              defaults={defaults}
              onClose={close}
              onDone={() => {
                close()
                toast.success('已办理解聘')
              }}
            />
          )}
        </ActDialog>
      )}
      {pairing.batchId != null && (serving || early) && (
        <ConfirmButton
          label="撤销"
          danger
          refusal={pairing.undoRefusal}
          question={`撤销${pair}的结对？`}
          consequence="撤销后如同没有办过；操作日志里仍有记录。"
          confirmLabel="撤销"
          act={undoing}
          onConfirm={async () => {
            const done = await undo({ id: pairing.id })
            if (done) void navigate(paths.pairingDesk({ community: community.code }))
            return done
          }}
        />
      )}
    </>
  )
}
