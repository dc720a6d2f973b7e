import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'

import { useDictionary } from './useDictionary.ts'
import styles from './WeighedTopics.module.css'

export interface WeighedTopic {
  topic: string
  weight: number
}

interface WeighedTopicsProps {
  value?: readonly WeighedTopic[]
  onChange?: (topics: WeighedTopic[]) => void
  id?: string
  disabled?: boolean
  /** What a topic is here: `专业特长`, `法律需求`. */
  label: string
  /** What the weights mean, in order. */
  weights: readonly { value: number; label: string }[]
  /** The weight a new one begins with. */
  usual: number
}

/** Topics with a weight each, one to a line; in forms inside `Field`. */
export function WeighedTopics({ value = [], onChange, id, disabled, label, weights, usual }: WeighedTopicsProps) {
  const change = (index: number, patch: Partial<WeighedTopic>) =>
    onChange?.(value.map((it, at) => (at === index ? { ...it, ...patch } : it)))
  const { options } = useDictionary('TOPIC')
  const free = options.filter(({ code, isRetired }) => !isRetired && !value.some((it) => it.topic === code))
  return (
    <div id={id} className={styles['topics']} role="group" aria-label={label}>
      {value.map(({ topic, weight }, index) => (
        <div key={topic || index} className={styles['line']}>
          <Select
            aria-label={`${label} ${index + 1}`}
            style={{ flex: 1, minWidth: 0 }}
            value={topic || null}
            placeholder="请选择"
            disabled={disabled === true}
            showSearch={{ optionFilterProp: 'label' }}
            options={options
              .filter(({ code }) => code === topic || free.some((it) => it.code === code))
              .map((it) => ({ value: it.code, label: it.label }))}
            onChange={(code: string) => change(index, { topic: code })}
          />
          <Select
            aria-label={`${label} ${index + 1} 的程度`}
            style={{ flex: 'none', width: 112 }}
            value={weight}
            disabled={disabled === true}
            options={[...weights]}
            onChange={(next: number) => change(index, { weight: next })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={`去掉${label} ${index + 1}`}
            disabled={disabled === true}
            onClick={() => onChange?.(value.filter((_it, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined aria-hidden="true" />}
        disabled={disabled === true || free.length === 0}
        onClick={() => onChange?.([...value, { topic: '', weight: usual }])}
      >
        添加{label}
      </Button>
    </div>
  )
}
