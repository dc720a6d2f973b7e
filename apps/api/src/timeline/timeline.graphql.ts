import { builder } from '../graphql/builder.ts'
import type { TimelineEvent } from './timeline.ts'

export const TimelineEventRef = builder.objectRef<TimelineEvent>('TimelineEvent').implement({
  description: '经过中的一件事',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date' }),
    kind: t.exposeString('kind', { description: '事件类别，供程序判断' }),
    title: t.exposeString('title', { description: '中文，可直接显示' }),
    detail: t.exposeString('detail', { nullable: true, description: '缘由等' }),
  }),
})
