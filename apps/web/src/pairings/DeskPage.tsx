import { useReadQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { BatchBar } from '../ui/BatchBar.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { pageOf, readUrl, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { DeskCommunity } from './DeskCommunity.tsx'
import { DeskList } from './DeskList.tsx'
import styles from './DeskPage.module.css'
import { StandingTabs } from './StandingTabs.tsx'

const DeskQuery = graphql(`
  query PairingDesk($filter: PairingDeskFilter!, $first: Int!, $offset: Int!) {
    pairingDesk(filter: $filter, first: $first, offset: $offset) {
      totalCount
      nodes {
        standing
        community {
          code
          name
        }
      }
      ...StandingTabs_desk
      ...DeskList_desk
    }
    pairingDefaults {
      streets {
        code
        name
      }
      ...DeskCommunity_defaults
    }
  }
`)

const standings = ['VACANT', 'EXPIRING', 'PAUSED', 'COMING', 'HELD'] as const
const Url = {
  q: url.text(),
  page: url.count(1),
  size: url.count(50),
  street: url.text(),
  standing: url.oneOf(['', ...standings]),
  community: url.text(),
  from: url.day(),
  years: url.count(0),
}

export function loader({ request }: LoaderFunctionArgs) {
  const { q, page, size, street, standing } = readUrl(Url, request)
  const filter = { search: q, placeCode: street || null, standings: standing === '' ? [] : [standing] }
  return preload(DeskQuery, { variables: { filter, ...pageOf({ page, size }) } })
}

/** The admin's desk: which communities need an adviser, most urgent first, and for the chosen one everybody judged. */
export function DeskPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const phone = usePhone()
  const { pairingDesk: desk, pairingDefaults: defaults } = data

  const next =
    desk.nodes.find((it) => it.standing === 'VACANT' && it.community.code !== at.community)?.community ?? null
  const open = (community: string) => set({ community, from: '', years: 0, page: at.page })

  const detail = at.community !== '' && (
    <DeskCommunity
      key={at.community}
      code={at.community}
      defaults={defaults}
      from={at.from}
      years={at.years}
      onTerm={(term) => set({ ...term, page: at.page }, { replace: true })}
      next={next}
      onNext={open}
      onClose={() => open('')}
    />
  )
  if (phone && detail) return <Page title="选择顾问">{detail}</Page>

  return (
    <Page title="结对工作台">
      <StandingTabs desk={desk} value={at.standing} onChange={(standing) => set({ standing })} />
      <FilterBar
        search={{ value: at.q, onSearch: (q) => set({ q }, { replace: true }), placeholder: '社区名称、拼音首字母' }}
        count={desk.totalCount}
        onClear={at.q || at.street ? () => set({ q: '', street: '' }) : undefined}
      >
        <FilterSelect
          label="街道"
          value={at.street}
          options={defaults.streets.map((it) => ({ value: it.code, label: it.name }))}
          onChange={(street) => set({ street })}
          width={180}
        />
      </FilterBar>
      <div className={styles['desk']}>
        <section className={styles['list']} aria-label="社区">
          {desk.totalCount === 0 ? (
            <EmptyMessage title="没有符合条件的社区" />
          ) : (
            <DeskList desk={desk} open={at.community} onOpen={open} chosen={chosen} onChoose={setChosen} />
          )}
          <Pager
            total={desk.totalCount}
            page={at.page}
            pageSize={at.size}
            narrow
            onChange={(page, size) => set({ page, size })}
          />
        </section>
        {!phone && (
          <section className={styles['detail']} aria-label="人选">
            {detail || (
              <EmptyMessage
                title="请在左侧选择社区"
                description="人选按就近、专业、延续、余额等排列，不能担任的写明原因。勾选多个社区可以批量结对。"
              />
            )}
          </section>
        )}
      </div>
      {chosen.length > 0 && (
        <BatchBar
          keys={chosen}
          onChange={setChosen}
          actions={
            <Button type="primary" onClick={() => void navigate(paths.pairingPreview(chosen.slice(0, 100)))}>
              批量结对（{Math.min(chosen.length, 100)}）
            </Button>
          }
        />
      )}
    </Page>
  )
}
