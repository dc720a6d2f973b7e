import { describe, expect, test } from '@jest/globals'
import { accountRefusals, grantRefusals } from '../accounts/account.rules.ts'
import { communityRefusals } from '../communities/community.access.ts'
import { firmRefusals } from '../firms/firm.access.ts'
import { importRefusals } from '../imports/import.access.ts'
import { pairingRefusals } from '../pairings/pairing.access.ts'
import { practitionerRefusals } from '../practitioners/practitioner.access.ts'
import { schema } from '../schema.ts'
import { serviceLogRefusals } from '../serviceLogs/serviceLog.access.ts'
import { sessionRefusals } from '../session/sessions.ts'
import { askWell } from '../test/ask.ts'
import { given, globalId } from '../test/given.ts'
import { givenServiceLog, pairedWorld } from '../test/givenVisits.ts'
import { visitRefusals } from '../visits/visit.access.ts'

interface Refused {
  readonly act: string
  readonly message: string
}

/** What the acts that are refused are called and why, in one object. */
const byAct = (refusals: readonly Refused[]) => Object.fromEntries(refusals.map(({ act, message }) => [act, message]))

describe('不能办的事及其原因', () => {
  test('说到的每件事都是真有的办理', () => {
    const known = Object.keys(schema.getMutationType()?.getFields() ?? {})
    const tables = [
      accountRefusals,
      communityRefusals,
      firmRefusals,
      grantRefusals,
      importRefusals,
      pairingRefusals,
      practitionerRefusals,
      serviceLogRefusals,
      sessionRefusals,
      visitRefusals,
    ]
    expect(tables.flatMap((table) => Object.keys(table)).filter((act) => !known.includes(act))).toEqual([])
  })

  test('局管理员对履职中的结对：能办的不列出，不能办的说明原因', async () => {
    const world = await pairedWorld()
    const { pairing } = await askWell(
      world.admin,
      'query ($id: ID!) { pairing(id: $id) { refusals { act message } } }',
      { id: globalId('Pairing', world.pairing.id) },
    )
    expect(byAct(pairing.refusals)).toEqual({
      confirmPairing: expect.stringContaining('履职中'),
      activatePairing: expect.stringContaining('履职中'),
      rejectPairing: expect.stringContaining('履职中'),
      resumePairing: '只有暂停中的结对可以恢复。',
      undoPairings: expect.stringContaining('结对工作台'),
    })
  })

  test('领导只能看：列表里的每个结对什么也不能办', async () => {
    const world = await pairedWorld()
    await given.pairing(await given.community(world.bureau), world.practitioner)
    const { pairings } = await askWell(world.leader, '{ pairings { edges { node { refusals { act message } } } } }')
    expect(pairings.edges).toHaveLength(2)
    for (const { node } of pairings.edges) {
      expect(Object.keys(byAct(node.refusals))).toEqual([...Object.keys(pairingRefusals), 'undoPairings'])
      expect(new Set(Object.values(byAct(node.refusals)))).toEqual(new Set(['结对由司法局办理。']))
    }
  })

  test('律师对自己提交的日志：须退回才能改，不能确认，作废找司法局', async () => {
    const world = await pairedWorld()
    const log = await givenServiceLog(world.pairing)
    const { serviceLog } = await askWell(
      world.lawyer,
      'query ($id: ID!) { serviceLog(id: $id) { refusals { act message } } }',
      { id: globalId('ServiceLog', log.id) },
    )
    expect(byAct(serviceLog.refusals)).toEqual({
      saveServiceLog: expect.stringContaining('退回后才能修改'),
      submitServiceLog: expect.stringContaining('退回后才能修改'),
      confirmServiceLogs: expect.any(String),
      returnServiceLogs: expect.any(String),
      voidServiceLogs: '已提交的日志只能由司法局作废。',
    })
  })
})
