import { Alert, Modal } from 'antd'
import { useState } from 'react'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { describeError } from '../ui/describeError.ts'
import { NumberInput } from '../ui/NumberInput.tsx'
import { LabelledText } from './LabelledText.tsx'
import { newKey, termText } from './term.ts'
import { isFirstClick } from '../ui/once.ts'

const PairCommunity = graphql(`
  mutation PairCommunity($input: PairCommunityInput!) {
    pairCommunity(input: $input) {
      ...Refused
      ... on Pairing { id batchId statusLabel community { code name } practitioner { id name } }
    }
  }
`)

interface PairDialogProps {
  community: { code: string; name: string }
  /** Whom; null keeps the dialog shut. */
  person: { id: string; name: string; approvable: boolean } | null
  termFrom: string
  termTo: string
  visitsPerMonth: number
  onDone: (pairing: { id: string; text: string }) => void
  onClose: () => void
}

/** The second click of pairing: what will be, how often, a note; the server's refusal shows here. */
export function PairDialog(props: PairDialogProps) {
  const { person } = props
  return person ? <Dialog key={person.id} {...props} person={person} /> : null
}

function Dialog(props: PairDialogProps & { person: NonNullable<PairDialogProps['person']> }) {
  const { community, person, termFrom, termTo, onClose, onDone } = props
  const [pair, pairing] = useAct(PairCommunity, { refetch: 'active' })
  const [key] = useState(newKey)
  const [visits, setVisits] = useState<number | null>(props.visitsPerMonth)
  const [note, setNote] = useState('')
  const [approval, setApproval] = useState('')
  const refused = pairing.refusal?.path?.includes('approval') === true

  const confirm = async () => {
    const done = await pair({
      input: {
        idempotencyKey: key,
        communityCode: community.code,
        practitionerId: person.id,
        termFrom,
        termTo,
        visitsPerMonth: visits ?? 0,
        note: note || null,
        approval: approval || null,
      },
    })
    if (done)
      onDone({
        id: done.id,
        text: `${done.practitioner.name}自 ${termFrom} 起任${done.community.name}首席顾问（${done.statusLabel}）`,
      })
  }

  return (
    <Modal
      open
      title={`由${person.name}担任${community.name}的首席顾问？`}
      okText="确认结对"
      okButtonProps={{ loading: pairing.busy, autoFocus: true }}
      cancelText="不了"
      onOk={(event) => isFirstClick(event) && void confirm()}
      onCancel={onClose}
    >
      {pairing.refusal && <Alert type="error" showIcon role="alert" title={pairing.refusal.message} />}
      {pairing.error != null && <Alert type="error" showIcon role="alert" {...describeError(pairing.error)} />}
      <p>聘期 {termText(termFrom, termTo)}，办理后可以撤销。</p>
      <div style={{ display: 'flex', alignItems: 'center', marginBottom: 12, gap: 8 }}>
        <label htmlFor="pair-visits">每月驻点次数</label>
        <NumberInput id="pair-visits" value={visits} onChange={setVisits} unit="次" />
      </div>
      {(person.approvable || refused) && (
        <LabelledText label="领导批准意见" value={approval} onChange={setApproval} max={200} required />
      )}
      <LabelledText label="说明" value={note} onChange={setNote} max={500} />
    </Modal>
  )
}
