import type { Prisma, ServiceLogStatus } from '@sitai/db/client'
import { instantOf } from '@sitai/rules/calendar'
import { defaultTopics } from '@sitai/rules/taxonomy'
import type { Chance } from './chance.ts'
import type { DemoVisit } from './visits.ts'

type Counts = (chance: Chance) => { persons?: number; items?: number; sessions?: number; copies?: number }

/** What advisers write, by kind of service; invented, nobody is meant. */
const kinds: readonly { type: string; weight: number; counts: Counts; texts: readonly string[] }[] = [
  {
    type: 'CONSULTATION',
    weight: 60,
    counts: (chance) => ({ persons: chance.whole(1, 9), items: chance.whole(1, 4) }),
    texts: [
      '居民就物业费缴纳与停车位使用咨询，告知相关规定及协商、投诉、诉讼三种途径。',
      '务工人员咨询拖欠工资如何主张，说明证据准备要点，引导至劳动监察部门。',
      '居民咨询房屋继承手续，讲解法定继承与遗嘱继承的区别及所需材料。',
      '就邻里之间漏水赔偿问题作出解答，建议先由社区组织现场查看、固定证据。',
      '咨询离婚后子女抚养费的变更，说明法院通常考虑的因素与举证要求。',
    ],
  },
  {
    type: 'LECTURE',
    weight: 10,
    counts: (chance) => ({ sessions: 1, persons: chance.whole(18, 85) }),
    texts: [
      '开展反诈骗与防非法集资专题讲座，结合身边案例讲解常见手法与自救步骤。',
      '开展民法典进社区讲座，重点讲解物业、相邻关系与婚姻家庭部分，现场答疑。',
    ],
  },
  {
    type: 'MEDIATION',
    weight: 12,
    counts: (chance) => ({ items: 1, persons: chance.whole(2, 6) }),
    texts: [
      '参与调解楼上漏水引发的邻里纠纷，双方就维修与补偿达成一致，约定十日内履行。',
      '参与调解小额借款纠纷，核对转账记录后双方确认欠款并签订分期还款协议。',
    ],
  },
  {
    type: 'LEAFLETS',
    weight: 6,
    counts: (chance) => ({ copies: chance.whole(30, 200) }),
    texts: ['在社区广场发放法律援助与反家庭暴力宣传资料，并解答群众提问。'],
  },
  {
    type: 'CONTRACT_REVIEW',
    weight: 6,
    counts: (chance) => ({ copies: chance.whole(1, 3), items: 1 }),
    texts: ['为社区审查公共用房租赁合同文本，就违约责任与解除条款提出修改意见。'],
  },
  {
    type: 'RISK_CHECK',
    weight: 6,
    counts: () => ({ items: 1, sessions: 1 }),
    texts: ['与社区工作人员一起排查电动自行车充电与群租房管理中的法律风险，列出清单。'],
  },
]

const outcomes = ['当场答复', '已引导办理', '达成协议', '待跟进', null] as const

/** One to three logs for each kept visit; the older ones confirmed and some rated, a few returned or void. */
export function makeServiceLogs(chance: Chance, visits: readonly DemoVisit[], now: Date) {
  const wheel = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  return visits.flatMap(({ id: visitId, pairing, on, isOld }) =>
    Array.from({ length: chance.pick([1, 1, 1, 2, 2, 3]) }, (): Prisma.ServiceLogCreateManyInput => {
      const kind = chance.pick(wheel)
      const fate = chance.next()
      const late = new Date(instantOf(on, '17:00').getTime() + chance.whole(0, 40) * 3_600_000)
      const written = late < now ? late : now
      const reviewed = new Date(written.getTime() + 86_400_000)
      const status: ServiceLogStatus =
        reviewed > now
          ? 'SUBMITTED'
          : fate < 0.012
            ? 'VOID'
            : !isOld && fate < 0.05
              ? 'RETURNED'
              : isOld || fate < 0.4
                ? 'CONFIRMED'
                : 'SUBMITTED'
      return {
        id: chance.uuid(),
        pairingId: pairing.id,
        visitId,
        communityCode: pairing.communityCode,
        practitionerId: pairing.person.id,
        firmId: pairing.person.firm.id,
        typeCode: kind.type,
        topicCode: chance.pick(defaultTopics.slice(0, 14)).code,
        occurredOn: new Date(`${on}T00:00:00Z`),
        ...kind.counts(chance),
        content: chance.pick(kind.texts),
        outcome: chance.pick(outcomes),
        status,
        submittedAt: written,
        createdAt: written,
        updatedAt: written,
        ...(status === 'RETURNED' ? { returnReason: '请写明咨询的主要问题与答复要点。' } : {}),
        ...(status === 'VOID' ? { voidReason: '与另一篇重复。' } : {}),
        ...(status === 'CONFIRMED'
          ? {
              confirmedAt: reviewed,
              confirmedByName: '社区工作人员（虚构）',
              rating: chance.happens(0.55) ? chance.pick([3, 4, 4, 5, 5, 5, 5]) : null,
            }
          : {}),
      }
    }),
  )
}
