import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'

import { useViewer } from '../session/viewer.ts'
import { cx } from '../ui/cx.ts'
import { describeError } from '../ui/describeError.ts'
import { type Choice, placeGroups, recordGroups } from './found.ts'
import { rememberPath } from './recent.ts'
import styles from './SearchPanel.module.css'
import { useRecords } from './useRecords.ts'

/** The box to type in and what is found; the arrows move, Enter goes there. */
export function SearchPanel({ onGo }: { onGo: (path: string) => void }) {
  const { acts } = useViewer()
  const id = useId()
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const [active, setActive] = useState(0)
  const words = text.trim()
  // Half-written pinyin of an input method is no question yet.
  const answer = useRecords(composing ? '' : words)
  // What was found for other words is not shown: Enter would go to a stranger.
  const records = answer?.words === words ? answer : undefined
  const isAnswered = words === '' || records !== undefined
  const groups = [...placeGroups(acts, words), ...recordGroups(records?.hits ?? [], words)]
  const choices = groups.flatMap((it) => it.choices)
  const at = Math.min(active, choices.length - 1)
  const optionId = (index: number) => `${id}-${index}`

  const choose = ({ path, isPlace }: Choice) => {
    if (isPlace) rememberPath(path)
    onGo(path)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = choices[at]
    if (event.key === 'Enter' && chosen) choose(chosen)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || choices.length === 0) return
    event.preventDefault()
    const next = (at + step + choices.length) % choices.length
    setActive(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <>
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder="页面、姓名、机构、社区，可输拼音首字母"
        maxLength={100}
        role="combobox"
        aria-label="查找什么"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={id}
        {...(choices.length > 0 && { 'aria-activedescendant': optionId(at) })}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setActive(0)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      {choices.length > 0 && (
        <div id={id} role="listbox" aria-label="找到的" className={styles['list']}>
          {groups.map((group) => (
            <div key={group.label} role="group" aria-labelledby={`${id}-${group.label}`}>
              <p id={`${id}-${group.label}`} role="presentation" className={styles['group']}>
                {group.label}
              </p>
              {group.choices.map((choice) => {
                const mine = choices.indexOf(choice)
                return (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the box keeps the focus and hears the keys
                  <div
                    key={choice.path + choice.label}
                    id={optionId(mine)}
                    role="option"
                    aria-selected={mine === at}
                    className={cx(styles['choice'])}
                    onMouseMove={() => setActive(mine)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => choose(choice)}
                  >
                    <span className={styles['label']}>{choice.label}</span>
                    {choice.detail && <span className={styles['detail']}>{choice.detail}</span>}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
      )}
      {records?.error !== undefined && <Failure error={records.error} />}
      <p role="status" className={cx(styles['status'], isAnswered && choices.length > 0 && 'sr-only')}>
        {!isAnswered && '正在查找…'}
        {isAnswered && records?.error === undefined && (choices.length > 0 ? `${choices.length} 项` : '没有找到')}
      </p>
    </>
  )
}

function Failure({ error }: { error: unknown }) {
  const { title, description } = describeError(error)
  return (
    <p role="alert" className={styles['failure']}>
      {title}。{description}
    </p>
  )
}
