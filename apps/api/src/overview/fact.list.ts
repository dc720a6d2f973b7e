import { formatCount } from '@sitai/rules/numbers'
import { figureCodes, figures } from '@sitai/rules/overview'
import { periodLabel } from '@sitai/rules/periods'
import { z } from 'zod'
import { Refusal } from '../acts/refusal.ts'
import { idOf } from '../graphql/ids.ts'
import { addSheet } from '../lists/sheet.ts'
import { factsOfFigure, totalOf } from './facts.ts'
import { openOverview } from './overview.ts'

const asked = z
  .object({
    figure: z.enum(figureCodes),
    period: z.string().nullish(),
    streetCode: z.string().nullish(),
    firmId: z.string().nullish(),
  })
  .catch(() => {
    throw new Refusal('INVALID', '筛选条件有误，请重新载入页面。')
  })

const lights = { RED: '红', YELLOW: '黄', GREEN: '绿' } as const

/** The facts behind one number of the leader's page, so that whoever doubts it can count them: the sum is in the head. */
addSheet({
  list: 'overviewFacts',
  title: '总览数字明细',
  act: 'overview:read',
  entity: 'overview',
  read: async ({ filter }, take, { viewer }) => {
    const { figure, period, streetCode, firmId } = asked.parse(filter)
    const overview = await openOverview(viewer, { period, streetCode, firmId: firmId && idOf('Firm', firmId) })
    const facts = await factsOfFigure(overview, figure, { limit: take, offset: 0 })
    const { amount } = await totalOf(overview, figure)
    return {
      words: [
        periodLabel(overview.span.period),
        ...(overview.street ? [overview.street.name] : []),
        ...(overview.firm ? [overview.firm.name] : []),
        `${figures[figure].label}，合计 ${formatCount(amount, figures[figure].unit)}`,
      ].join('；'),
      total: facts.length,
      rows: [facts],
    }
  },
  columns: {
    light: { header: '红黄绿', width: 8, value: ({ light }) => light && lights[light] },
    community: { header: '社区', width: 20, value: ({ communityName }) => communityName },
    street: { header: '街道', width: 14, value: ({ streetName }) => streetName },
    amount: { header: '计入', width: 10, format: 'number', value: ({ amount }) => amount },
    what: { header: '事实', width: 50, value: ({ what }) => what },
    days: { header: '已有（天）', width: 12, format: 'number', value: ({ days }) => days },
    practitioner: { header: '顾问', width: 12, value: ({ practitionerName }) => practitionerName },
    firm: { header: '机构', width: 30, value: ({ firmName }) => firmName },
    happenedOn: { header: '日期', width: 14, format: 'day', value: ({ happenedOn }) => happenedOn },
  },
})
