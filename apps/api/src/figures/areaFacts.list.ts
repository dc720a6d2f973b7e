import { formatCount } from '@sitai/rules/numbers'
import { periodLabel } from '@sitai/rules/periods'
import { z } from 'zod'
import { Refusal } from '../acts/refusal.ts'
import { idOf } from '../graphql/ids.ts'
import { addSheet } from '../lists/sheet.ts'
import { areaFacts, areaTotal } from './areaFacts.ts'
import { figureIn } from './areaNumbers.ts'
import { openArea } from './openArea.ts'

const asked = z
  .object({
    area: z.string(),
    figure: z.string(),
    period: z.string().nullish(),
    streetCode: z.string().nullish(),
    firmId: z.string().nullish(),
  })
  .catch(() => {
    throw new Refusal('INVALID', '筛选条件有误，请重新载入页面。')
  })

/** The facts behind one number of an area, so that whoever doubts it can count them: the sum is in the head. */
addSheet({
  list: 'areaFacts',
  title: '数字明细',
  act: 'overview:read',
  entity: 'overview',
  read: async ({ filter }, take, { viewer }) => {
    const { area, figure: code, period, streetCode, firmId } = asked.parse(filter)
    const opened = await openArea(viewer, area, { period, streetCode, firmId: firmId && idOf('Firm', firmId) })
    const figure = figureIn(opened.area, code)
    if (!figure) throw new Refusal('INVALID', '没有这项指标，请重新载入页面。')
    const facts = await areaFacts(opened, figure, { limit: take, offset: 0 })
    const { amount } = await areaTotal(opened, figure)
    const { span, street, firm } = opened.overview
    return {
      words: [
        opened.area.label,
        periodLabel(span.period),
        ...(street ? [street.name] : []),
        ...(firm ? [firm.name] : []),
        `${figure.label}，合计 ${formatCount(amount, figure.unit)}`,
      ].join('；'),
      total: facts.length,
      rows: [facts],
    }
  },
  columns: {
    practitioner: { header: '人员', width: 12, value: ({ practitionerName }) => practitionerName },
    firm: { header: '机构', width: 30, value: ({ firmName }) => firmName },
    street: { header: '街道', width: 14, value: ({ streetName }) => streetName },
    amount: { header: '计入', width: 10, format: 'number', value: ({ amount }) => amount },
    what: { header: '事实', width: 40, value: ({ what }) => what },
    happenedOn: { header: '日期', width: 14, format: 'day', value: ({ happenedOn }) => happenedOn },
  },
})
