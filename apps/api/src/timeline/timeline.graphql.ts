import { builder } from '../graphql/builder.ts'
import { CommunityRef } from '../communities/community.graphql.ts'
import { viewerOf } from '../graphql/context.ts'
import { isOwnOrBureau } from '../firms/firm.access.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import { communityTimeline, firmTimeline, practitionerTimeline } from './queries.ts'
import type { TimelineEvent } from './timeline.ts'

const TimelineEventRef = builder.objectRef<TimelineEvent>('TimelineEvent').implement({
  description: '经过中的一件事',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date' }),
    kind: t.exposeString('kind', { description: '事件类别，供程序判断' }),
    title: t.exposeString('title', { description: '中文，可直接显示' }),
    detail: t.exposeString('detail', { nullable: true, description: '缘由等' }),
  }),
})

const description = '经过，新的在前'

builder.prismaObjectFields(PractitionerRef, (t) => ({
  timeline: t.field({ type: [TimelineEventRef], description, resolve: ({ id }) => practitionerTimeline(id) }),
}))

builder.prismaObjectFields(FirmRef, (t) => ({
  timeline: t.field({
    type: [TimelineEventRef],
    description,
    resolve: (firm, _args, context) => firmTimeline(firm.id, isOwnOrBureau(viewerOf(context), firm)),
  }),
}))

builder.prismaObjectFields(CommunityRef, (t) => ({
  timeline: t.field({ type: [TimelineEventRef], description, resolve: ({ code }) => communityTimeline(code) }),
}))
