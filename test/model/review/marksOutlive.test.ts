/** Marks live apart from the chart: whatever becomes of it, they are there, and say what became of what they hang on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc, openChartDoc } from '../../../src/doc/chartDoc.ts'
import { readRecords } from '../../../src/doc/readRecords.ts'
import { arrange } from '../../../src/layout/arrange.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { mergePosts } from '../../../src/model/edits/mergePosts.ts'
import { placeSteps, releaseSteps } from '../../../src/model/edits/placeSteps.ts'
import { removeSteps } from '../../../src/model/edits/removeSteps.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { addRisk, removeRisk } from '../../../src/model/edits/risks.ts'
import { setFields } from '../../../src/model/edits/setFields.ts'
import { noRecords } from '../../../src/model/records/records.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { restoreChart } from '../../../src/model/history/restoreChart.ts'
import type { Review, ReviewEvent } from '../../../src/model/review/review.ts'
import { decide } from '../../../src/model/review/decide.ts'
import { noReview, after } from '../../../src/model/review/review.ts'
import { foundIn, targetsAt, unsettledAt } from '../../../src/model/review/targets.ts'
import { measure } from '../../../src/sheet/measure.ts'
import { expenses } from '../../support/registers.ts'

const chart = expenses()
const ids = chart.steps.map(({ id }) => id)
const reviewer = { id: 'r', name: '审核人', post: '', may: () => true }

/** A mark on everything that can be marked. */
function markedEverywhere(): Review {
  const all = [...targetsAt(chart, ids), ...targetsAt(chart, [])]
  return all.reduce<Review>((review, target, at) => {
    const decision = decide(review, { kind: 'mark', target, what: 'unclear', text: `${at}` }, reviewer, {
      newId: `m${at}`,
      at,
      seal: { revision: '', hash: '' },
    })
    if (!decision.ok) throw new Error(decision.code)
    return after(review, decision.event)
  }, noReview)
}

type Act = (now: Chart) => Edit

const step = fc.constantFrom(...ids)
const act: fc.Arbitrary<Act> = fc.oneof(
  step.map((id) => (now: Chart) => removeSteps(now, [id])),
  fc.constantFrom('r1', 'r2', 'r5').map((id) => (now: Chart) => removeRisk(now, id)),
  fc.tuple(step, fc.string({ minLength: 1 })).map(
    ([id, name]) =>
      (now: Chart) =>
        setFields(now, 'steps', id, { name: `${name}审` }),
  ),
  step.map((id) => (now: Chart) => addRisk(now, { step: id }, { text: '新' }, `new ${id}`)),
  fc.constant((now: Chart) => mergePosts(now, 'p1', 'p2')),
  step.map((id) => (now: Chart) => placeSteps(now, 'flow', 'internal', new Map([[id, [10, 20]]]))),
  fc.constant((now: Chart) => releaseSteps(now, 'flow', 'internal')),
)

function opened() {
  const doc = new Y.Doc()
  applyToDoc(doc, replaceChart(noRecords, chart), 'new')
  return openChartDoc(doc)
}

/** Each is found, or said to be gone under the name that it had; those found on steps are seen there. */
function expectKept(now: Chart, { marks }: Review, made: Review): void {
  expect(marks.map(({ id, text }) => [id, text])).toEqual(made.marks.map(({ id, text }) => [id, text]))
  const seen = unsettledAt(now, marks)
  for (const mark of marks) {
    const found = foundIn(now, mark.target)
    if (mark.target.on === 'chart') continue
    const there = [now.steps, now.posts, now.risks, now.measures].some((things) =>
      (things as readonly { readonly id: string }[]).some(
        ({ id }) => 'id' in mark.target && id === mark.target.id,
      ),
    )
    expect(found.gone).toBe(!there)
    if (found.gone) expect(found.name).toBe(mark.target.name)
    for (const at of found.steps) expect(seen.get(at)).toContain(mark)
  }
}

describe('marks of a review', () => {
  const made = markedEverywhere()

  it('[UI138] outlive every edit, undo and going back', () => {
    expect(made.marks.length).toBeGreaterThan(15)
    fc.assert(
      fc.property(fc.array(fc.oneof(act, fc.constantFrom('undo', 'redo')), { maxLength: 25 }), (acts) => {
        const mine = opened()
        let review = made
        for (const [at, next] of acts.entries()) {
          if (next === 'undo') mine.undo()
          else if (next === 'redo') mine.redo()
          else {
            const edit = next(mine.chart())
            if (edit.ok) mine.apply(edit.changes)
          }
          const reply: ReviewEvent = { kind: 'replied', mark: `m${at % 9}`, by: reviewer, at, text: '看过' }
          review = after(review, reply)
          expectKept(mine.chart(), review, made)
        }
        mine.apply(restoreChart(readRecords(mine.doc), chart))
        expectKept(mine.chart(), review, made)
        expect(made.marks.filter(({ target }) => foundIn(mine.chart(), target).gone)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('[UI138] outlive the merging of what two people did apart', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.array(act, { maxLength: 8 }), (ones, others) => {
        const one = opened()
        const other = openChartDoc(new Y.Doc())
        Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc))
        for (const [who, acts] of [
          [one, ones],
          [other, others],
        ] as const) {
          for (const next of acts) {
            const edit = next(who.chart())
            if (edit.ok) who.apply(edit.changes)
          }
        }
        Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc))
        Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc))
        expect(one.chart()).toEqual(other.chart())
        expectKept(one.chart(), made, made)
      }),
      { numRuns: 25 },
    )
  })

  it('[UI138] outlive laying out anew: every mark on a step has its place in the drawing', async () => {
    const options = { edition: 'internal', measure } as const
    for (const view of ['flow', 'lanes', 'columns'] as const) {
      const { steps } = arrange(chart, { ...options, view })
      const at = [...unsettledAt(chart, made.marks).keys()]
      expect(at.sort()).toEqual([...ids].sort())
      expect(at.filter((id) => steps[id] === undefined)).toEqual([])
    }
  })
})
