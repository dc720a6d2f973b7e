import { useReadQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Button } from 'antd'
import { useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { SettingsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { ChangeHistory } from '../audit/ChangeHistory.tsx'
import { graphql } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { SettingDrawer } from './SettingDrawer.tsx'
import styles from './SettingsPage.module.css'

const SettingsPageQuery = graphql(`
  query SettingsPage {
    settings {
      key
      label
      group
      unit
      help
      min
      max
      default
      value
      inherited
      isOwn
      version
    }
  }
`)

export type Setting = Data['settings'][number]

export function loader(_args: LoaderFunctionArgs) {
  return preload(SettingsPageQuery)
}

/** All the numbers of the bureau's rules, in groups: what each does, what it is, whether the bureau changed it. */
export function SettingsPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const mayWrite = useMay('setting:write')
  const [edited, setEdited] = useState<string | null>(null)
  const [traced, setTraced] = useState<Setting | null>(null)
  const groups = [...new Set(data.settings.map(({ group }) => group))]
  const setting = data.settings.find(({ key }) => key === edited) ?? null
  return (
    <Page title="参数">
      <p>规则里的每个数都在这里。改动立即生效，并记入操作日志。{!mayWrite && '参数由局管理员修改，您可以查看。'}</p>
      {groups.map((group) => (
        <Section key={group} title={group}>
          <ul className={styles['list']}>
            {data.settings
              .filter((it) => it.group === group)
              .map((it) => (
                <li key={it.key} className={styles['item']}>
                  <div className={styles['words']}>
                    <h3 className={styles['label']}>
                      {it.label}
                      {it.isOwn && <span className={styles['changed']}>已改</span>}
                    </h3>
                    <p className={styles['help']}>{it.help}</p>
                  </div>
                  <p className={styles['value']}>
                    <strong>{formatCount(it.value)}</strong> {it.unit}
                    {it.isOwn && (
                      <span className={styles['default']}>
                        默认 {formatCount(it.inherited)} {it.unit}
                      </span>
                    )}
                  </p>
                  <div className={styles['acts']}>
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${mayWrite ? '修改' : '查看'}${it.label}`}
                      onClick={() => setEdited(it.key)}
                    >
                      {mayWrite ? '修改' : '查看'}
                    </Button>
                    <Button type="link" size="small" aria-label={`${it.label}的变更历史`} onClick={() => setTraced(it)}>
                      历史
                    </Button>
                  </div>
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <SettingDrawer setting={setting} mayWrite={mayWrite} onClose={() => setEdited(null)} />
      <DetailDrawer open={traced !== null} title={`${traced?.label ?? ''}的变更历史`} onClose={() => setTraced(null)}>
        {traced && <ChangeHistory kind="SETTING" id={traced.key} />}
      </DetailDrawer>
    </Page>
  )
}
