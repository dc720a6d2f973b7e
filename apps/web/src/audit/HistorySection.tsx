import { Button } from 'antd'
import { useState } from 'react'

import type { HistoryKind } from '../../generated/gql/graphql.ts'
import { useMay } from '../session/viewer.ts'
import { Section } from '../ui/Section.tsx'
import { ChangeHistory } from './ChangeHistory.tsx'

/** The change history of a record at the foot of its page, asked for when it is opened. */
export function HistorySection({ kind, id }: { kind: HistoryKind; id: string }) {
  const [open, setOpen] = useState(false)
  if (!useMay('history:read')) return null
  return (
    <Section
      title="变更历史"
      actions={
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开'}
        </Button>
      }
    >
      {open ? <ChangeHistory kind={kind} id={id} /> : '谁在何时改了哪些项，改前改后各是什么。'}
    </Section>
  )
}
