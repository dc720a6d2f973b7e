import { builder } from '../graphql/builder.ts'
import type { Viewer } from '../access/viewer.ts'
import type { OverviewFact } from './facts.ts'

/** A firm sees the facts of its day for ever, a person and their pairings as long as they are with it. */
function isInSight(viewer: Viewer | null, { presentFirmId }: OverviewFact): boolean {
  return viewer?.role !== 'FIRM_ADMIN' || presentFirmId === viewer.firmId
}

const LightEnum = builder.enumType('OverviewLight', {
  description: '红黄绿',
  values: { RED: { description: '红' }, YELLOW: { description: '黄' }, GREEN: { description: '绿' } } as const,
})

export const FactRef = builder.objectRef<OverviewFact>('OverviewFact').implement({
  description: '一个数字背后的一件事实：何处、何人、何时、何事、多少',
  fields: (t) => ({
    id: t.exposeID('id'),
    communityCode: t.exposeString('communityCode', { description: '社区代码' }),
    communityName: t.exposeString('communityName', { description: '社区' }),
    streetName: t.exposeString('streetName', { description: '街道' }),
    practitionerId: t.globalID({
      nullable: true,
      description: '顾问；已离开本机构的，机构管理员看不到其人',
      resolve: (fact, _args, { viewer }) =>
        fact.practitionerId && isInSight(viewer, fact) ? { type: 'Practitioner', id: fact.practitionerId } : null,
    }),
    practitionerName: t.exposeString('practitionerName', { nullable: true, description: '顾问姓名' }),
    firmName: t.exposeString('firmName', { nullable: true, description: '当日所在机构' }),
    pairingId: t.globalID({
      nullable: true,
      description: '结对；顾问已离开本机构的，机构管理员看不到其结对',
      resolve: (fact, _args, { viewer }) =>
        fact.pairingId && isInSight(viewer, fact) ? { type: 'Pairing', id: fact.pairingId } : null,
    }),
    visitId: t.globalID({
      nullable: true,
      description: '驻点',
      resolve: ({ visitId: id }) => (id ? { type: 'Visit', id } : null),
    }),
    serviceLogId: t.globalID({
      nullable: true,
      description: '工作日志',
      resolve: ({ serviceLogId: id }) => (id ? { type: 'ServiceLog', id } : null),
    }),
    happenedOn: t.expose('happenedOn', {
      type: 'Date',
      nullable: true,
      description: '发生日；应到月为当月1日，结对为聘期起',
    }),
    since: t.expose('since', {
      type: 'Date',
      nullable: true,
      description: '自何日起无顾问，或最近一次到位的日子（没有到过的为聘期起）',
    }),
    days: t.exposeInt('days', { nullable: true, description: '自 since 起已有多少天' }),
    amount: t.exposeFloat('amount', { description: '这件事实在数字里占多少' }),
    light: t.expose('light', { type: LightEnum, nullable: true, description: '红、黄、绿；待到位的为空' }),
    what: t.exposeString('what', { description: '事实的说明' }),
  }),
})
