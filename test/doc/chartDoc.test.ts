import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc, openChartDoc } from '../../src/doc/chartDoc.ts'
import { readRecords } from '../../src/doc/readRecords.ts'
import type { Change } from '../../src/model/records/changes.ts'
import { applyChanges } from '../../src/model/records/changes.ts'
import { addMeasure, addRisk } from '../../src/model/edits/risks.ts'
import { setFields } from '../../src/model/edits/setFields.ts'
import { removeSteps } from '../../src/model/edits/removeSteps.ts'
import { replaceChart } from '../../src/model/edits/replaceChart.ts'
import { repaired } from '../../src/model/records/repaired.ts'
import { noRecords, rootNames } from '../../src/model/records/records.ts'
import type { Edit } from '../../src/model/edits/refusal.ts'
import { chartOf } from '../support/chartOf.ts'

function changesOf(edit: Edit): readonly Change[] {
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return edit.changes
}

function opened(words: string) {
  const doc = new Y.Doc()
  applyToDoc(doc, replaceChart(noRecords, chartOf(words)), 'new')
  return openChartDoc(doc)
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    root: fc.constantFrom(...rootNames),
    id: fc.constantFrom('a', 'b', 'c', '__proto__'),
    fields: fc.dictionary(
      fc.constantFrom('name', 'order', 'text', 'risks'),
      fc.jsonValue() as fc.Arbitrary<never>,
    ),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    root: fc.constantFrom(...rootNames),
    id: fc.constantFrom('a', 'b', 'c'),
    field: fc.constantFrom('name', 'order', 'text'),
    value: fc.option(fc.jsonValue() as fc.Arbitrary<never>, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('drop' as const),
    root: fc.constantFrom(...rootNames),
    id: fc.constantFrom('a', 'b', 'c'),
  }),
)

describe('the chart in a shared document', () => {
  it('[DO1] applies changes as plain records do', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const doc = new Y.Doc()
        applyToDoc(doc, changes, null)
        // What the document notes besides, for merging, is its own.
        const { stepPlaces: _noted, ...records } = readRecords(doc)
        expect(records).toEqual(applyChanges(noRecords, changes))
        expect(repaired(readRecords(doc))).toEqual(repaired(applyChanges(noRecords, changes)))
      }),
    )
  })

  it('[DO2] takes back what this person did, one edit at a time, and never what others did', () => {
    const mine = opened('受理 → 审查 → 决定')
    mine.apply(changesOf(setFields(mine.chart(), 'steps', '受理', { name: '接件' })))
    applyToDoc(
      mine.doc,
      changesOf(setFields(mine.chart(), 'steps', '决定', { note: '别人写的' })),
      'someone else',
    )
    mine.apply(changesOf(removeSteps(mine.chart(), ['审查'])))
    mine.undo()
    expect(mine.chart().steps.map((step) => step.name)).toEqual(['接件', '审查', '决定'])
    expect(mine.chart().flowlines).toHaveLength(2)
    mine.undo()
    expect(mine.chart().steps[0]!.name).toBe('受理')
    expect(mine.chart().steps[2]!.note).toBe('别人写的')
    expect(mine.canUndo()).toBe(false)
    mine.redo()
    expect(mine.chart().steps[0]!.name).toBe('接件')
  })

  it('[DO3] keeps both when two people edit two fields of one step, or add a measure each to one risk', () => {
    const one = opened('受理 → 决定')
    one.apply(changesOf(addRisk(one.chart(), { step: '受理' }, {}, 'r')))
    const two = openChartDoc(new Y.Doc())
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    one.apply(changesOf(setFields(one.chart(), 'steps', '受理', { name: '接件' })))
    one.apply(changesOf(addMeasure(one.chart(), 'r', '甲', 'm1')))
    two.apply(changesOf(setFields(two.chart(), 'steps', '受理', { note: '备注' })))
    two.apply(changesOf(addMeasure(two.chart(), 'r', '乙', 'm2')))
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))
    expect(one.chart()).toEqual(two.chart())
    expect(one.chart().steps[0]).toMatchObject({ name: '接件', note: '备注' })
    expect(
      one
        .chart()
        .measures.map((measure) => measure.text)
        .sort(),
    ).toEqual(['乙', '甲'])
  })

  it('[DO4] says when it changed, and answers the same chart until then', () => {
    const doc = opened('受理')
    let heard = 0
    const stop = doc.onChange(() => (heard += 1))
    const before = doc.chart()
    expect(doc.chart()).toBe(before)
    doc.apply(changesOf(setFields(before, 'steps', '受理', { note: '一' })))
    expect(heard).toBe(1)
    expect(doc.chart()).not.toBe(before)
    stop()
    doc.apply(changesOf(setFields(before, 'steps', '受理', { note: '二' })))
    expect(heard).toBe(1)
  })
})
