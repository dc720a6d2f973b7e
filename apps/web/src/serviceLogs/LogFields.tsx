import type { Problem } from '@sitai/rules/fields'
import { remoteChannels } from '@sitai/rules/dictionaries'
import { serviceLogFields } from '@sitai/rules/serviceLog.fields'
import { countKinds, countsOf } from '@sitai/rules/taxonomy'
import { Checkbox, Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'

import { DateInput } from '../ui/DateInput.tsx'
import { optionsOf } from '../ui/options.ts'
import { Chips } from './Chips.tsx'
import type { LogForm, LogPhoto } from './logForm.ts'
import styles from './LogFields.module.css'
import { PhotoPicker } from './PhotoPicker.tsx'
import { Stepper } from './Stepper.tsx'

/** A choice of a list. */
export interface Choice {
  value: string
  label: string
}

interface LogFieldsProps {
  form: LogForm
  photos: readonly LogPhoto[]
  /** The most photos a log may have (a setting of the bureau). */
  mostPhotos: number
  onChange: (patch: Partial<LogForm>) => void
  onPhotos: (photos: LogPhoto[]) => void
  problems: readonly Problem[]
  /** The communities one may log for; a fixed one for a log that exists. */
  communities: readonly Choice[]
  /** Visits of that community and day that the log may belong to. */
  visits: readonly Choice[]
  types: readonly Choice[]
  topics: readonly Choice[]
  /** What one has written before, to press instead of to type. */
  phrases: readonly string[]
  /** Whether the visit may be recorded along with the log: not when an existing log is corrected. */
  canRecordVisit: boolean
  /** Whether one has checked in at that visit already, so that only the leaving is to be recorded. */
  arrived: boolean
}

const remotes = [{ value: '', label: '现场' }, ...optionsOf(remoteChannels)]

/** Everything a log says, in the order in which it is thought of; made for a thumb, used at a desk as well. */
export function LogFields(props: LogFieldsProps) {
  const { form, onChange, problems } = props
  const problem = (field: string) => problems.find((it) => it.field === field)?.message
  const allowed = countsOf(form.type)
  const late = problem('lateReason') !== undefined || form.lateReason !== ''
  return (
    <>
      <Chips
        legend="社区"
        value={form.pairingId}
        options={props.communities}
        onChange={(pairingId) => onChange({ pairingId, visitId: '' })}
        problem={problem('pairingId')}
      />
      <Labelled label={serviceLogFields.occurredOn.label} problem={problem('occurredOn')}>
        {(field) => (
          <DateInput
            {...field}
            value={form.occurredOn}
            onChange={(day) => onChange({ occurredOn: day ?? '', visitId: '' })}
          />
        )}
      </Labelled>
      <Chips
        legend={serviceLogFields.remote.label}
        value={form.remote}
        options={remotes}
        onChange={(remote) =>
          onChange({ remote: remoteOf(remote), ...(remote !== '' && { recordVisit: false, visitId: '' }) })
        }
      />
      {form.remote === '' && <VisitFields {...props} />}
      <Chips
        legend={serviceLogFields.typeCode.label}
        value={form.type}
        options={props.types}
        onChange={(type) => onChange({ type })}
        problem={problem('type')}
      />
      <Labelled label={serviceLogFields.topicCode.label} problem={problem('topic')}>
        {(field) => (
          <Select
            {...field}
            className={styles['wide'] ?? ''}
            value={form.topic || null}
            placeholder={`请选择${serviceLogFields.topicCode.label}`}
            options={[...props.topics]}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(topic: string) => onChange({ topic })}
          />
        )}
      </Labelled>
      <div className={styles['counts']}>
        {countKinds
          .filter(({ kind }) => allowed.includes(kind))
          .map(({ kind, label, unit }) => (
            <Stepper
              key={kind}
              label={label}
              unit={unit}
              value={form[kind]}
              onChange={(count) => onChange({ [kind]: count })}
              problem={problem(kind)}
            />
          ))}
      </div>
      <Labelled label={serviceLogFields.content.label} problem={problem('content')}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={5000}
            value={form.content}
            placeholder="谁来问什么、怎么答、下一步。不要写当事人的姓名、电话和身份证号。"
            onChange={({ target }) => onChange({ content: target.value })}
          />
        )}
      </Labelled>
      <Phrases {...props} />
      <Labelled label={`${serviceLogFields.outcome.label}（选填）`}>
        {(field) => (
          <Input
            {...field}
            maxLength={1000}
            value={form.outcome}
            onChange={({ target }) => onChange({ outcome: target.value })}
          />
        )}
      </Labelled>
      {late && (
        <Labelled label={serviceLogFields.lateReason.label} problem={problem('lateReason')}>
          {(field) => (
            <Input
              {...field}
              maxLength={200}
              value={form.lateReason}
              onChange={({ target }) => onChange({ lateReason: target.value })}
            />
          )}
        </Labelled>
      )}
      <PhotoPicker photos={props.photos} most={props.mostPhotos} onChange={props.onPhotos} />
    </>
  )
}

function remoteOf(text: string): LogForm['remote'] {
  return text === 'PHONE' || text === 'WECHAT' || text === 'VIDEO' ? text : ''
}

/** Which visit the log belongs to, and whether to record that visit as well. */
function VisitFields({ form, visits, onChange, problems, canRecordVisit, arrived }: LogFieldsProps) {
  const problem = problems.find((it) => it.field === 'startTime')?.message
  return (
    <>
      {visits.length > 0 && (
        <Chips
          legend="属于哪一次驻点"
          value={form.visitId}
          options={[...visits, { value: '', label: '不属于驻点' }]}
          onChange={(visitId) => onChange({ visitId, recordVisit: false })}
        />
      )}
      {canRecordVisit && (
        <div className={styles['record']}>
          <Checkbox checked={form.recordVisit} onChange={({ target }) => onChange({ recordVisit: target.checked })}>
            {recordWords(form, arrived)}
          </Checkbox>
          {form.recordVisit && (
            <div className={styles['times']}>
              {!arrived && (
                <TimeInput label="到达" value={form.startTime} onChange={(startTime) => onChange({ startTime })} />
              )}
              <TimeInput label="离开" value={form.endTime} onChange={(endTime) => onChange({ endTime })} />
            </div>
          )}
          <p className="field-error" role={problem ? 'alert' : undefined}>
            {problem}
          </p>
        </div>
      )}
    </>
  )
}

function recordWords(form: LogForm, arrived: boolean): string {
  if (form.visitId === '') return '这天去驻点了但没有记录，一并补记'
  return arrived ? '已经离开但没有签退，一并补记' : '这次驻点没有签到签退，一并补记'
}

function TimeInput({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="time" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}

function Phrases({ phrases, form, onChange }: LogFieldsProps) {
  if (phrases.length === 0) return null
  return (
    <div className={styles['phrases']} role="group" aria-label="常用语">
      {phrases.map((phrase) => (
        <button
          key={phrase}
          type="button"
          className={styles['phrase']}
          onClick={() => onChange({ content: form.content ? `${form.content}${phrase}` : phrase })}
        >
          {phrase}
        </button>
      ))}
    </div>
  )
}

interface LabelledProps {
  label: string
  problem?: string | undefined
  children: (field: FieldProps) => ReactNode
}

/** What ties the control to its label and to what is wrong with it. */
interface FieldProps {
  id: string
  status: 'error' | ''
  'aria-invalid': boolean
  'aria-describedby': string
}

function Labelled({ label, problem, children }: LabelledProps) {
  const id = useId()
  const isWrong = problem !== undefined
  const field: FieldProps = {
    id,
    status: isWrong ? 'error' : '',
    'aria-invalid': isWrong,
    'aria-describedby': `${id}-problem`,
  }
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children(field)}
      <p id={`${id}-problem`} className="field-error">
        {problem}
      </p>
    </div>
  )
}
