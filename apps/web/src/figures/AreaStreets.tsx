import { formatCount } from '@sitai/rules/numbers'
import { Link, useLocation } from 'react-router'

import type { AreaStreets_AreaFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Section } from '../ui/Section.tsx'
import { FactsLink } from './FactsLink.tsx'

export const AreaStreets_area = graphql(`
  fragment AreaStreets_area on AreaFigures {
    figures {
      code
      label
      unit
    }
    streets {
      code
      name
      numbers
    }
  }
`)

type Street = AreaStreets_AreaFragment['streets'][number]

/** The period's numbers street by street; each opens its facts, each name narrows the page. */
export function AreaStreets(props: { area: FragmentType<typeof AreaStreets_area> }) {
  const { figures, streets } = readFragment(AreaStreets_area, props.area)
  const columns: Column<Street>[] = [
    { key: 'name', title: '街道', fixed: true, card: 'heading', render: (it) => <StreetLink street={it} /> },
    ...figures.map(({ code, label, unit }, at): Column<Street> => ({
      key: code,
      title: `${label}（${unit}）`,
      align: 'right',
      render: (street) => {
        const value = formatCount(street.numbers[at] ?? 0)
        // What lies in no street has no list of its own.
        return street.code === '' ? (
          value
        ) : (
          <FactsLink figure={code} label={label} value={value} street={street} small />
        )
      },
    })),
  ]
  return (
    <Section title="各街道">
      <DataTable
        label="各街道"
        columns={columns}
        rows={streets}
        rowKey={(it) => it.code}
        empty={<EmptyMessage title="还没有登记街道。" />}
      />
    </Section>
  )
}

function StreetLink({ street: { code, name } }: { street: Street }) {
  const { pathname, search } = useLocation()
  if (code === '') return name
  const params = new URLSearchParams(search)
  params.set('street', code)
  return <Link to={{ pathname, search: params.toString() }}>{name}</Link>
}
