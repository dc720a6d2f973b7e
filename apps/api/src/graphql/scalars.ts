import { isLocalDate } from '@sitai/rules/calendar'
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { dayOf, midnightUtc } from '../time/dates.ts'

function parseDay(value: unknown): Date {
  if (typeof value !== 'string' || !isLocalDate(value)) {
    throw new GraphQLError('日期应为 YYYY-MM-DD，且确有其日。')
  }
  return midnightUtc(value)
}

/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD'. Inside it is a Date at midnight UTC, as Prisma keeps a date column. */
export const DateScalar = new GraphQLScalarType<Date, string>({
  name: 'Date',
  description: '日期，YYYY-MM-DD（北京时间的一天）',
  serialize: (value) => {
    if (value instanceof Date) return dayOf(value)
    if (typeof value === 'string' && isLocalDate(value)) return value
    throw new GraphQLError('Not a calendar day.')
  },
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
})
