import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart, Id } from '../../src/model/chart.ts'
import { addStep, insertStepAfter, insertStepInto } from '../../src/model/edits/addStep.ts'
import { connect, removeFlowlines } from '../../src/model/edits/flowlines.ts'
import { insertStepBefore } from '../../src/model/edits/insertStepBefore.ts'
import { mergePosts } from '../../src/model/edits/mergePosts.ts'
import { moveStepInto } from '../../src/model/edits/moveStepInto.ts'
import type { Edit } from '../../src/model/edits/refusal.ts'
import { removeSteps } from '../../src/model/edits/removeSteps.ts'
import { splitDecision } from '../../src/model/edits/splitDecision.ts'
import { advanced } from '../../src/model/edits/rows/combined.ts'
import { readRecords } from '../../src/doc/readRecords.ts'
import { flowIn } from '../../src/model/records/flowIn.ts'
import { chartOf } from '../support/chartOf.ts'
import { cases, isDeep } from '../support/depth.ts'
import type { Person } from './team.ts'
import { exchange, partsOf, startsOf, teamOn } from './team.ts'

const kinds = [
  'into',
  'after',
  'branch',
  'before',
  'remove',
  'removeTwo',
  'move',
  'connect',
  'split',
  'merge',
] as const

interface Act {
  readonly who: number
  readonly what: (typeof kinds)[number] | 'undo' | 'redo' | 'meet'
  readonly one: number
  readonly other: number
}

const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(3),
  what: fc.oneof(
    { arbitrary: fc.constantFrom(...kinds), weight: 8 },
    { arbitrary: fc.constant('undo' as const), weight: 2 },
    { arbitrary: fc.constant('redo' as const), weight: 1 },
    { arbitrary: fc.constant('meet' as const), weight: 2 },
  ),
  one: fc.nat(30),
  other: fc.nat(30),
})

function edited(chart: Chart, { what, one, other }: Act, newId: () => Id): Edit {
  const step = { kind: 'process', name: newId() } as const
  const ids = { step: step.name, flowline: newId() }
  const line = chart.flowlines[one % Math.max(1, chart.flowlines.length)]?.id ?? ''
  const [a = '', b = ''] = [one, other].map((at) => chart.steps[at % Math.max(1, chart.steps.length)]?.id)
  const posts = chart.posts.map(({ id }) => id)
  switch (what) {
    case 'into':
      return insertStepInto(chart, line, step, ids)
    case 'after':
      return insertStepAfter(chart, a, step, ids)
    case 'branch':
      return insertStepAfter(chart, a, step, ids, { branch: true })
    case 'before':
      return insertStepBefore(chart, a, step, ids)
    case 'remove':
      return removeSteps(chart, [a])
    case 'removeTwo':
      return removeSteps(chart, [a, b])
    case 'move':
      return moveStepInto(chart, b, line, ids.flowline)
    case 'connect':
      return connect(chart, a, b, ids.flowline)
    case 'split':
      return splitDecision(chart, a, { name: ids.step, otherwise: '否' }, ids)
    default:
      return mergePosts(chart, posts[one % posts.length] ?? '', posts[other % posts.length] ?? '')
  }
}

/** What tears the flow of the person alone who does it is no matter of merging. */
function tears(before: Chart, edit: Edit): boolean {
  if (!edit.ok) return true
  const after = advanced(before, edit.changes)
  return partsOf(after) > 1 || startsOf(after).length > Math.max(1, startsOf(before).length)
}

function played(people: readonly Person[], acts: readonly Act[]): ReadonlySet<Id> {
  let made = 0
  const newId = () => `n${(made += 1)}`
  const starts = new Set<Id>()
  for (const each of acts) {
    const person = people[each.who % people.length]!
    const other = people[each.other % people.length]!
    if (each.what === 'undo') person.undo()
    else if (each.what === 'redo') person.redo()
    else if (each.what === 'meet') exchange([person.doc, other.doc])
    else {
      const edit = edited(person.chart(), each, newId)
      if (edit.ok && !tears(person.chart(), edit)) person.apply(edit.changes)
    }
    if (each.what !== 'meet') for (const id of startsOf(person.chart())) starts.add(id)
  }
  return starts
}

const line = chartOf('受理 → 初审 → 审查 → 决定 → 送达')

const branched: Chart = {
  ...chartOf(
    '受理 → 初审 → 审查 -是→ 决定 → 送达；审查 -否→ 退件 → 归档；审查 -补→ 补正 → 受理；送达 → 归档',
    {
      审查: { kind: 'decision', posts: ['p', 'q'] },
      受理: { posts: ['p'] },
      决定: { posts: ['r'] },
    },
  ),
  posts: [
    { id: 'p', order: 'a0', name: '窗口' },
    { id: 'q', order: 'a1', name: '科室' },
    { id: 'r', order: 'a2', name: '领导' },
  ],
}

const acted = (who: number, what: Act['what'], one = 0, other = 0): Act => ({ who, what, one, other })

const charts = fc.constantFrom(line, branched)

const cut = (chart: Chart, at: number) =>
  removeFlowlines(chart, [chart.flowlines[at % Math.max(1, chart.flowlines.length)]?.id ?? ''])

describe('on purpose', () => {
  it('[DO8] of what one person does alone, with loose steps, cuts and undos, nothing is healed', () => {
    const alone = fc.array(fc.tuple(act, fc.constantFrom('act', 'act', 'act', 'cut', 'loose')), {
      maxLength: 24,
    })
    fc.assert(
      fc.property(charts, alone, (begun, acts) => {
        const [me] = teamOn(begun, 1).people
        let made = 0
        const newId = () => `n${(made += 1)}`
        for (const [each, how] of acts) {
          const chart = me!.chart()
          if (each.what === 'undo' || each.what === 'redo') me![each.what]()
          else if (how === 'cut') me!.does(() => cut(chart, each.one))
          else if (how === 'loose') me!.does(() => addStep(chart, { kind: 'process', name: 'x' }, newId()))
          else me!.does(() => edited(chart, each, newId))
          const drawn = flowIn(readRecords(me!.doc)).lines.map(({ from, to }) => `${from}→${to}`)
          expect(me!.chart().flowlines.map(({ from, to }) => `${from}→${to}`)).toEqual(drawn)
        }
      }),
      { numRuns: cases(100, 5_000), ...(isDeep ? {} : { seed: 20_261_128 }) },
    )
  })

  it('[DO8] a step that one put apart while the other made the flow whole stays apart', () => {
    const loose = chartOf('受理 → 决定；补正')
    const { people, meet } = teamOn(loose, 2)
    people[0]!.does((chart) => addStep(chart, { kind: 'process', name: '备用' }, '备用'))
    people[1]!.does((chart) => connect(chart, '受理', '补正', '连'))
    meet()
    expect(startsOf(people[0]!.chart())).toEqual(['受理', '备用'])
    people[1]!.does((chart) => connect(chart, '补正', '备用', '再连'))
    meet()
    expect(partsOf(people[0]!.chart())).toBe(1)
  })
})

describe('any number of people at once', () => {
  it('[DO11] one flow stays one flow, and nobody loses a way in', () => {
    fc.assert(
      fc.property(
        charts,
        fc.integer({ min: 2, max: 4 }),
        fc.array(act, { minLength: 4, maxLength: 24 }),
        (begun, count, acts) => {
          const { people, meet } = teamOn(begun, count)
          const starts = played(people, acts)
          meet()
          const seen = people[0]!.chart()
          for (const person of people) expect(person.chart()).toEqual(seen)
          expect(partsOf(seen)).toBe(1)
          // Where all that led to a step is gone, the flow begins there: it begins somewhere.
          const begins = startsOf(seen)
          if (begins.length === 1) return
          for (const id of begins) expect(starts.has(id), `${id} has no way in`).toBe(true)
        },
      ),
      // The same sample at every change; always others in depth.
      {
        numRuns: Number(process.env['TOGETHER'] ?? cases(100, 5_000)),
        ...(isDeep ? {} : { seed: 20_261_128 }),
      },
    )
  })

  it('[DO11] a step put into a move that is taken back, whose neighbours go, keeps its way in', () => {
    const { people, meet } = teamOn(line, 2)
    const starts = played(people, [
      acted(0, 'move', 0, 2),
      acted(1, 'meet'),
      acted(1, 'into', 21),
      acted(0, 'undo'),
      acted(0, 'removeTwo', 17, 6),
      acted(0, 'into'),
      acted(0, 'into'),
    ])
    meet()
    for (const id of startsOf(people[0]!.chart())) expect(starts.has(id), `${id} has no way in`).toBe(true)
  })

  const apart: { readonly [what: string]: readonly Act[] } = {
    'one removes the start that the other branches at, having moved the end behind it': [
      acted(0, 'move', 0, 4),
      acted(0, 'branch', 0),
      acted(1, 'removeTwo', 0, 3),
    ],
    'one removes the start that others branch at and put a step before': [
      acted(2, 'remove', 4),
      acted(2, 'remove', 3),
      acted(2, 'branch', 0),
      acted(1, 'remove', 0),
      acted(3, 'before', 0),
    ],
    'two move at once what stood beside each other': [
      acted(2, 'move', 3, 0),
      acted(2, 'undo'),
      acted(0, 'move', 3, 1),
      acted(0, 'move', 0, 4),
    ],
    'two remove neighbours from the start on while a third branches there': [
      acted(1, 'remove', 0),
      acted(2, 'into', 2),
      acted(2, 'connect', 4, 2),
      acted(2, 'removeTwo', 1, 7),
      acted(0, 'branch', 0),
    ],
  }
  for (const [what, acts] of Object.entries(apart)) {
    it(`[DO11] the flow stays one: ${what}`, () => {
      const { people, meet } = teamOn(line, 4)
      played(people, acts)
      meet()
      for (const person of people) expect(partsOf(person.chart())).toBe(1)
    })
  }
})
