import { graveReason, plainReason } from '@sitai/rules/reason'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { DateInput, MonthInput } from '../ui/DateInput.tsx'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { DictSelect, DictSelectMany } from '../ui/DictSelect.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Field } from '../ui/Field.tsx'
import { FieldDiff } from '../ui/FieldDiff.tsx'
import { Form } from '../ui/Form.tsx'
import { MaskedValue } from '../ui/MaskedValue.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { Page } from '../ui/Page.tsx'
import { PrintButton, PrintFrame } from '../ui/PrintFrame.tsx'
import { ProgressDialog } from '../ui/ProgressDialog.tsx'
import type { RefusalLike } from '../ui/refusal.ts'
import { Section } from '../ui/Section.tsx'
import { StatCard, StatCards } from '../ui/StatCard.tsx'
import { Timeline } from '../ui/Timeline.tsx'

/** Every part of the kit on one page; built in the mode `kit` only, for the browser tests. */

interface Values {
  name: string
  since: string
  month: string
  hours: number
  specialty: string
  topics: string[]
}

const options = ['婚姻家庭', '劳动争议', '合同纠纷', '物业管理'].map((label, index) => ({ code: `T${index}`, label }))
const idle = { busy: false, refusal: null, error: null }

export function KitPartsPage() {
  const [refusal, setRefusal] = useState<RefusalLike | null>(null)
  const [drawer, setDrawer] = useState(false)
  const [progress, setProgress] = useState(false)
  const leaving = useLeaveGuard()
  return (
    <Page
      title="部件样张"
      asOf="2026-11-23 16:05"
      breadcrumb={[
        <Link key="home" to={paths.home()}>
          首页
        </Link>,
      ]}
      actions={
        <>
          <PrintButton />
          <Button onClick={() => setDrawer(true)}>打开详情</Button>
          <Button onClick={() => setProgress(true)}>显示进度</Button>
          <ConfirmButton
            label="终止结对"
            danger
            refusal={null}
            question="终止与白云社区的结对？"
            consequence="终止后社区暂无顾问，可在 24 小时内撤销。"
            confirmLabel="终止"
            reason={plainReason}
            act={idle}
            onConfirm={async () => true}
          />
          <ConfirmButton
            label="续聘"
            refusal="聘期届满前 60 日内方可续聘。"
            question="续聘？"
            consequence="聘期延长一年。"
            confirmLabel="续聘"
            act={idle}
            onConfirm={async () => true}
          />
        </>
      }
    >
      <PrintFrame title="部件样张" asOf="2026-11-23 16:05" printedBy="陈晓明（局管理员）">
        <StatCards>
          <StatCard
            label="社区覆盖"
            value="276"
            unit="/ 280 个"
            comparison={{ text: '较上月 +3', tone: 'good' }}
            open={(it) => <Link to={paths.communities()}>{it}</Link>}
          />
          <StatCard
            label="本月到岗率"
            value="92.4"
            unit="%"
            comparison={{ text: '较上月 −1.8 个百分点', tone: 'bad' }}
          />
          <StatCard label="法律咨询" value="1,284" unit="人次" comparison={{ text: '与上月持平', tone: 'even' }} />
          <StatCard label="满意度" value={null} unit="%" />
        </StatCards>
      </PrintFrame>
      <Section title="基本情况" actions={<Button>编辑</Button>}>
        <Facts
          facts={[
            { label: '姓名', value: '林静宜' },
            {
              label: '手机号',
              value: (
                <MaskedValue
                  rule={graveReason}
                  label="手机号"
                  masked="138****1234"
                  refusal={null}
                  act={idle}
                  onReveal={async () => '13800001234'}
                />
              ),
            },
            { label: '执业机构', value: '浙江甬江律师事务所' },
            { label: '备注', value: null },
          ]}
        />
      </Section>
      <Section title="样张表单">
        <Form<Values>
          label="样张表单"
          submitLabel="保存"
          {...idle}
          refusal={refusal}
          onDirty={leaving.setDirty}
          onReload={() => setRefusal(null)}
          onCancel={() => {}}
          initialValues={{ hours: 2 }}
          onSubmit={({ name }) =>
            setRefusal(
              name === '冲突'
                ? { code: 'VERSION_CONFLICT', message: '别人刚刚修改过这条记录，您的修改没有保存。', path: [] }
                : { code: 'TAKEN', message: '已有同名社区', path: ['input', 'name'] },
            )
          }
        >
          <Field<Values> name="name" label="社区名称" required>
            <Input maxLength={50} />
          </Field>
          <Field<Values> name="since" label="聘期开始" required>
            <DateInput min="2020-01-01" />
          </Field>
          <Field<Values> name="month" label="月份">
            <MonthInput />
          </Field>
          <Field<Values> name="hours" label="服务时长" hint="按实际时长填写，不估算。" required>
            <NumberInput unit="小时" decimals={1} />
          </Field>
          <Field<Values> name="specialty" label="专业特长">
            <DictSelect options={options} />
          </Field>
          <Field<Values> name="topics" label="咨询事项">
            <DictSelectMany options={options} max={3} />
          </Field>
        </Form>
      </Section>
      {leaving.dialog}
      <Section title="经过">
        <Timeline
          label="经过"
          events={[
            {
              key: '2',
              at: '2026-11-20 09:12',
              title: '修改',
              detail: (
                <FieldDiff
                  changes={[
                    { field: 'phone', label: '联系电话', before: '138****1234', after: '139****5678' },
                    { field: 'room', label: '驻点地点', before: null, after: '社区服务中心 203 室' },
                  ]}
                />
              ),
            },
            { key: '1', at: '2025-07-01 14:30', title: '建立结对' },
          ]}
        />
      </Section>
      <DetailDrawer open={drawer} title="白云社区" onClose={() => setDrawer(false)} actions={<Button>编辑</Button>}>
        <p>驻点地点：社区服务中心 203 室</p>
      </DetailDrawer>
      <ProgressDialog
        open={progress}
        title="导入执业人员"
        done={3200}
        total={10000}
        step="正在校验第 3,200 行"
        failure={null}
        onStop={() => {}}
        onClose={() => setProgress(false)}
      />
    </Page>
  )
}
