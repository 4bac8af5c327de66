/** Random charts in which everything that the public must not see holds a canary: a word of the family 密, which nothing else holds. */
import * as fc from 'fast-check'
import type { Chart, Flowline, Header, Post, Risk, Step } from '../../src/model/chart.ts'
import { plainFieldsOn, withheldFields } from '../../src/model/fields/chartFields.ts'
import { highMediumLow } from '../../src/model/grading.ts'
import { ordersFor } from '../../src/model/records/order.ts'

export const canary = '密'

const step = fc.record({
  kind: fc.constantFrom('terminator', 'process', 'decision', 'document', 'subprocess'),
  internal: fc.boolean(),
  renamed: fc.boolean(),
  withheld: fc.subarray([...withheldFields]),
  posts: fc.subarray([0, 1, 2]),
})

const line = fc.record({ from: fc.nat(), to: fc.nat(), labelled: fc.boolean() })

export const secretChart: fc.Arbitrary<Chart> = fc
  .record({
    steps: fc.array(step, { minLength: 2, maxLength: 7 }),
    lines: fc.array(line, { maxLength: 8 }),
    renamedTitle: fc.boolean(),
    renamedPosts: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    risks: fc.array(fc.nat(), { maxLength: 3 }),
  })
  .map(({ steps, lines, renamedTitle, renamedPosts, risks }): Chart => {
    // At least one step is public, or there is no external chart.
    const drawn = steps.map((one, i) => ({ ...one, internal: one.internal && i > 0 }))
    const isNamed = (post: number) =>
      drawn.some((one) => !one.internal && one.posts.includes(post) && !one.withheld.includes('posts'))
    return {
      header: headerOf(renamedTitle),
      posts: ordered(renamedPosts, (renamed, i): Omit<Post, 'order'> => {
        const hidden = renamed || !isNamed(i)
        return {
          id: `${canary}岗${i}`,
          name: hidden ? `${canary}岗${i}` : `窗口${i}`,
          ...(renamed ? { publicName: `公开岗${i}` } : {}),
        }
      }),
      steps: ordered(drawn, (one, i) => stepOf(one, i)),
      flowlines: ordered(lines, ({ from, to, labelled }, i): Omit<Flowline, 'order'> => {
        const [a, b] = [from % drawn.length, to % drawn.length]
        const [source, target] = [drawn[a]!, drawn[b]!]
        const secret = source.internal || (target.internal && source.kind !== 'decision')
        return {
          id: `${canary}线${i}`,
          from: `${canary}步${a}`,
          to: `${canary}步${b}`,
          ...(labelled ? { label: secret ? `${canary}签${i}` : `同意${i}` } : {}),
        }
      }),
      risks: ordered(risks, (of, i): Omit<Risk, 'order'> => ({
        id: `${canary}险${i}`,
        step: `${canary}步${of % drawn.length}`,
        text: `${canary}风险${i}`,
        level: 'high',
        responsible: `${canary}责任人`,
        leader: `${canary}领导`,
      })),
      measures: ordered(risks, (_, i) => ({
        id: `${canary}施${i}`,
        text: `${canary}措施${i}`,
        risks: [`${canary}险${i}`],
      })),
      grading: { ...highMediumLow, name: `${canary}分级` },
    }
  })

function headerOf(renamed: boolean): Header {
  return {
    title: renamed ? `${canary}内部题` : '许可流程图',
    ...(renamed ? { publicTitle: '许可流程图' } : {}),
    unit: '某县卫生健康局',
    powerKind: 'licensing',
    supervisionPhone: '0551-1234567',
    issuedOn: '2026-09-18',
    preparedBy: `${canary}编制人`,
    note: `${canary}图备注`,
  }
}

interface Drawn {
  readonly kind: Step['kind']
  readonly internal: boolean
  readonly renamed: boolean
  readonly withheld: NonNullable<Step['withheld']>
  readonly posts: readonly number[]
}

function stepOf({ kind, internal, renamed, withheld, posts }: Drawn, i: number): Omit<Step, 'order'> {
  const told = (field: NonNullable<Step['withheld']>[number], words: string) =>
    internal || withheld.includes(field) ? `${canary}${words}` : words
  return {
    id: `${canary}步${i}`,
    kind,
    name: internal || renamed ? `${canary}名${i}` : `办理${i}`,
    ...(renamed ? { publicName: internal ? `${canary}公名${i}` : `公开名${i}` } : {}),
    posts: posts.map((post) => `${canary}岗${post}`),
    timeLimit: { kind: 'unread', wording: told('timeLimit', `限${i}`), counts: true },
    legalBasis: [{ title: told('legalBasis', '《条例》'), article: told('legalBasis', '第三条') }],
    materials: [told('materials', `申请表${i}`)],
    documents: [told('documents', `通知书${i}`)],
    ...Object.fromEntries(plainFieldsOn('panel').map((field) => [field, told(field, `窗口${i}`)])),
    note: `${canary}注${i}`,
    ...(internal ? { internalOnly: true } : {}),
    withheld,
  }
}

function ordered<A, T extends object>(
  things: readonly A[],
  made: (thing: A, index: number) => T,
): readonly (T & { readonly order: string })[] {
  const orders = ordersFor(things.length)
  return things.map((thing, i) => ({ ...made(thing, i), order: orders[i]! }))
}
