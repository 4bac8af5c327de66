import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart, Id } from '../../../src/model/chart.ts'
import { insertStepAfter } from '../../../src/model/edits/addStep.ts'
import { mergePosts } from '../../../src/model/edits/mergePosts.ts'
import { assignPosts, removePost } from '../../../src/model/edits/posts.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { allow } from '../../../src/model/edits/refusal.ts'
import { removeSteps } from '../../../src/model/edits/removeSteps.ts'
import { addMeasure, addRisk, removeRisk } from '../../../src/model/edits/risks.ts'
import { setFields } from '../../../src/model/edits/setFields.ts'
import { chartOf } from '../../support/chartOf.ts'
import { cases, isDeep } from '../../support/depth.ts'
import { startsOf } from '../../doc/team.ts'
import type { Visitor } from './meetingRoom.ts'
import { meetingRoom } from './meetingRoom.ts'

const kinds = [
  'insert',
  'remove',
  'rename',
  'note',
  'mark',
  'unmark',
  'addRisk',
  'riskText',
  'removeRisk',
  'addMeasure',
  'postName',
  'removePost',
  'assign',
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

/** Every value that is written is written once: it is `newId()`. */
function edited(chart: Chart, { what, one, other }: Act, newId: () => Id): Edit {
  const step = chart.steps[one % Math.max(1, chart.steps.length)]?.id ?? ''
  const [post, into] = [one, other].map(
    (each) => chart.posts[each % Math.max(1, chart.posts.length)]?.id ?? '',
  )
  const risk = chart.risks[one % Math.max(1, chart.risks.length)]?.id ?? ''
  const id = newId()
  switch (what) {
    case 'insert':
      return insertStepAfter(chart, step, { kind: 'process', name: id }, { step: id, flowline: newId() })
    case 'remove':
      return removeSteps(chart, [step])
    case 'rename':
      return setFields(chart, 'steps', step, { name: id })
    case 'note':
      return setFields(chart, 'steps', step, { note: id })
    case 'mark':
      return setFields(chart, 'steps', step, { internalOnly: true })
    case 'unmark':
      return setFields(chart, 'steps', step, { internalOnly: other % 2 === 0 ? false : undefined })
    case 'addRisk':
      return addRisk(chart, other % 3 === 0 ? { post: post! } : { step }, { text: id }, newId())
    case 'riskText':
      return setFields(chart, 'risks', risk, { text: id })
    case 'removeRisk':
      return removeRisk(chart, risk)
    case 'addMeasure':
      return addMeasure(chart, risk, id, newId())
    case 'postName':
      return setFields(chart, 'posts', post!, { name: id })
    case 'removePost':
      return removePost(chart, post!)
    case 'assign':
      return assignPosts(chart, [step], [id], newId)
    case 'merge':
      return mergePosts(chart, post!, into!)
    default:
      return allow()
  }
}

const begun: Chart = {
  ...chartOf('受理 → 初审 → 审查 → 决定 → 送达', { 受理: { posts: ['p'] }, 决定: { posts: ['r', 'q'] } }),
  posts: [
    { id: 'p', order: 'a0', name: '窗口' },
    { id: 'q', order: 'a1', name: '科室' },
    { id: 'r', order: 'a2', name: '领导' },
  ],
}

function wordsIn({ steps, risks, measures, posts }: Chart): ReadonlySet<string> {
  const named = [...steps, ...posts].map(({ name }) => name)
  const texts = [...risks, ...measures].map(({ text }) => text)
  return new Set([...named, ...texts, ...steps.flatMap(({ note }) => note ?? [])])
}

function internalIn({ steps }: Chart): ReadonlySet<Id> {
  return new Set(steps.flatMap(({ id, internalOnly }) => (internalOnly === true ? [id] : [])))
}

/** What each person wrote and marked, and what somebody took away who had it before them. */
function openAccount() {
  const written = new Set<string>()
  const takenAway = new Set<string>()
  /** The step of each mark, while nobody took it back who knew of it. */
  const marks = new Map<number, Id>()
  const known = new Map<string, Set<number>>()
  const knownTo = (name: string) => known.get(name) ?? known.set(name, new Set()).get(name)!
  let count = 0
  return {
    written,
    takenAway,
    marks,
    note: ({ name }: Visitor, before: Chart, after: Chart) => {
      const [had, has] = [wordsIn(before), wordsIn(after)]
      for (const word of has)
        if (!had.has(word) && word.startsWith('n') && written.add(word)) takenAway.delete(word)
      for (const word of had) if (!has.has(word)) takenAway.add(word)
      const [was, is] = [internalIn(before), internalIn(after)]
      for (const step of is) {
        if (was.has(step)) continue
        marks.set((count += 1), step)
        knownTo(name).add(count)
      }
      const there = new Set(after.steps.map(({ id }) => id))
      for (const step of was) {
        if (is.has(step) || !there.has(step)) continue
        for (const mark of knownTo(name)) if (marks.get(mark) === step) marks.delete(mark)
      }
    },
    met: ({ name }: Visitor) => {
      const all = new Set([...knownTo('room'), ...knownTo(name)])
      known.set('room', all).set(name, new Set(all))
    },
  }
}

describe('whatever people do at once, apart, and undo', () => {
  it('[RM33] nobody’s words go without being named, and nothing internal becomes public', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(act, { minLength: 4, maxLength: 24 }),
        (count, acts) => {
          const { people, document, conflicts } = meetingRoom(begun, ['甲', '乙', '丙', '丁'].slice(0, count))
          const account = openAccount()
          let made = 0
          const newId = () => `n${(made += 1)}`
          const meets = (person: Visitor) => {
            person.brings()
            account.met(person)
          }
          for (const each of acts) {
            const person = people[each.who % count]!
            const before = person.chart()
            if (each.what === 'meet') meets(person)
            else if (each.what === 'undo' || each.what === 'redo') person[each.what]('anyway')
            else {
              const edit = edited(before, each, newId)
              if (edit.ok) person.apply(edit.changes)
            }
            if (each.what !== 'meet') account.note(person, before, person.chart())
          }
          for (const person of [...people, ...people]) meets(person)
          const seen = document.chart()
          for (const person of people) expect(person.chart()).toEqual(seen)
          const kept = wordsIn(seen)
          const named = new Set(conflicts.map(({ lost }) => lost.value))
          const gone = [...account.written].filter((word) => !kept.has(word) && !account.takenAway.has(word))
          expect(gone.filter((word) => !named.has(word))).toEqual([])
          const there = new Set(seen.steps.map(({ id }) => id))
          const internal = internalIn(seen)
          const open = [...account.marks.values()].filter((step) => there.has(step) && !internal.has(step))
          expect(open).toEqual([])
          expect(startsOf(seen).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: cases(40, 5_000), ...(isDeep ? {} : { seed: 20_261_128 }) },
    )
  })
})
