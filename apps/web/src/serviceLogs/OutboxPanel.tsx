import { Alert, Button } from 'antd'
import { Link } from 'react-router'

import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { useViewer } from '../session/viewer.ts'
import { Section } from '../ui/Section.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dropEntry, type Outbox, sendEntry, useOutbox } from './outbox.ts'
import styles from './OutboxPanel.module.css'
import type { Entry } from './outboxStore.ts'

/** What is on this phone and not yet with the bureau, and what has just arrived. Nothing when there is neither. */
export function OutboxPanel() {
  const { entries, sending, sent, keeps } = useOutbox(useViewer().account.id)
  return (
    <>
      {!keeps && (
        <Alert type="warning" showIcon title="这个浏览器不能保存草稿，请写完一次提交。" style={{ marginBottom: 12 }} />
      )}
      {sent.map((it) => (
        <Alert
          key={it.key}
          type="success"
          showIcon
          role="status"
          style={{ marginBottom: 12 }}
          title={
            <>
              已发送：<Link to={paths.serviceLog(it.id)}>{it.communityName}的日志</Link>
            </>
          }
          description={it.warnings.join(' ') || undefined}
        />
      ))}
      {entries.length > 0 && (
        <Section title="未发送">
          <ul className={styles['list']}>
            {entries.map((entry) => (
              <Waiting key={entry.key} entry={entry} sending={sending} />
            ))}
          </ul>
          <p className={styles['note']}>草稿和未发送的日志（含照片）只存在这台设备上，发送后即删除，退出登录时清除。</p>
        </Section>
      )}
    </>
  )
}

function Waiting({ entry, sending }: { entry: Entry; sending: Outbox['sending'] }) {
  const isSending = sending.includes(entry.key)
  const name = entry.communityName || '未选社区'
  return (
    <li className={styles['entry']}>
      <div className={styles['what']}>
        <p className={styles['name']}>
          {name} <Mark entry={entry} isSending={isSending} />
        </p>
        <p className={styles['text']}>{entry.message || entry.form.content.slice(0, 40) || '还没有写内容'}</p>
      </div>
      <div className={styles['acts']}>
        {entry.state === 'QUEUED' ? (
          <Button loading={isSending} onClick={() => void sendEntry(entry.key)}>
            立即发送
          </Button>
        ) : (
          <LinkButton to={paths.logService({ draft: entry.key })}>继续写</LinkButton>
        )}
        {entry.state !== 'QUEUED' && (
          <Button type="text" danger aria-label={`删除${name}的草稿`} onClick={() => void dropEntry(entry.key)}>
            删除
          </Button>
        )}
      </div>
    </li>
  )
}

function Mark({ entry, isSending }: { entry: Entry; isSending: boolean }) {
  if (isSending) return <Tag tone="busy">正在发送</Tag>
  if (entry.state === 'QUEUED') return <Tag tone="warn">未发送</Tag>
  if (entry.state === 'REFUSED') return <Tag tone="bad">须修改</Tag>
  return <Tag>草稿</Tag>
}
