import { signInOutcomes } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import { instantWords } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { deviceOf, placeOf } from '../session/device.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { listedSignIns } from './signIn.graphql.ts'

interface Args {
  readonly filter?: Parameters<typeof listedSignIns>[1]
}

/** The sign-in log as an Excel file. */
export const signInListSheet = listSheet<Args>({
  list: 'signInEvents',
  title: '登录日志',
  act: 'audit:read',
  entity: 'sign_in_log',
  columns: {
    at: { header: '时间', width: 18 },
    userName: { header: '输入的登录名', width: 24 },
    outcome: { header: '结果', width: 16 },
    device: { header: '设备', width: 26 },
    place: { header: '地点', width: 26 },
  },
  names: { outcome: (code) => labelOf(signInOutcomes, code) },
  ids: async (viewer, { filter }, take) => {
    const events = await db.signInEvent.findMany({
      where: listedSignIns(viewer, filter),
      orderBy: { id: 'desc' },
      take,
      select: { id: true },
    })
    return events.map(({ id }) => id)
  },
  rows: async (_viewer, ids) => {
    const events = await db.signInEvent.findMany({ where: { id: { in: [...ids] } } })
    return new Map(
      events.map(({ id, at, userName, outcome, userAgent, ip }) => [
        id,
        {
          at: instantWords(at),
          userName,
          outcome: labelOf(signInOutcomes, outcome),
          device: deviceOf(userAgent),
          place: placeOf(ip),
        },
      ]),
    )
  },
})
