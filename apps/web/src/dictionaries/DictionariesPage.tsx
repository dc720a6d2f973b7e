import { useReadQuery } from '@apollo/client/react'
import { Input, Tabs } from 'antd'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { DictKind } from '../../generated/gql/graphql.ts'
import { ActDialog } from '../ActDialog.tsx'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { readUrl, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { DictionaryTable } from './DictionaryTable.tsx'

const DictionariesPageQuery = graphql(`
  query DictionariesPage($kind: DictKind!) {
    dictionary(kind: $kind) {
      code
      ...DictionaryTable_items
    }
  }
`)

const AddDictItem = graphql(`
  mutation AddDictItem($input: AddDictItemInput!) { addDictItem(input: $input) { ...Refused } }
`)

const kinds: readonly { kind: DictKind; label: string; help: string }[] = [
  { kind: 'TOPIC', label: '主题', help: '专业特长、社区需求、咨询和日志共用的事项类别。' },
  { kind: 'SERVICE_TYPE', label: '服务类型', help: '工作日志记的是哪一类服务。' },
  { kind: 'TERMINATION_GROUND', label: '解聘原因', help: '解聘顾问时选择的原因。' },
]

const Url = { kind: url.oneOf(['TOPIC', 'SERVICE_TYPE', 'TERMINATION_GROUND']) }

export function loader({ request }: LoaderFunctionArgs) {
  return preload(DictionariesPageQuery, { variables: { kind: readUrl(Url, request).kind } })
}

interface NewItem {
  code: string
  label: string
}

/** The bureau's lists: add, rename, put in order, retire. */
export function DictionariesPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const mayWrite = useMay('dictionary:write')
  const shown = kinds.find((it) => it.kind === at.kind)

  return (
    <Page
      title="字典"
      actions={
        <ActDialog
          act={AddDictItem}
          refusal={mayWrite ? null : '字典由管理员维护。'}
          label="新增一项"
          title={`新增${shown?.label ?? ''}`}
          button={{ type: 'primary' }}
          formLabel="新增字典项"
          submitLabel="新增"
          input={(values: NewItem) => ({ kind: at.kind, ...values })}
          toast="已新增"
        >
          <Field<NewItem> name="label" label="名称" required>
            <Input maxLength={20} />
          </Field>
          <Field<NewItem> name="code" label="代码" hint="大写字母、数字、下划线，如 PET_DISPUTE。定了不能改。" required>
            <Input maxLength={40} autoCapitalize="characters" spellCheck={false} />
          </Field>
        </ActDialog>
      }
    >
      <p>
        通用项由系统提供，各局共用。您在这里改名、停用、排序，只在本局及下级区划生效，不影响别的局，随时可以恢复通用内容。
        代码定了不改，项目只停用不删除：停用后不能再选，老记录上照常显示。
      </p>
      <Tabs
        activeKey={at.kind}
        items={kinds.map(({ kind, label }) => ({ key: kind, label }))}
        onChange={(key) => {
          const next = kinds.find((it) => it.kind === key)
          if (next) set({ kind: next.kind })
        }}
      />
      <p>{shown?.help}</p>
      <DictionaryTable key={at.kind} kind={at.kind} items={data.dictionary} mayWrite={mayWrite} />
    </Page>
  )
}
