import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc, openChartDoc } from '../../src/doc/chartDoc.ts'
import { readRecords } from '../../src/doc/readRecords.ts'
import { replaceChart } from '../../src/model/edits/replaceChart.ts'
import type { Change } from '../../src/model/records/changes.ts'
import { set } from '../../src/model/records/changes.ts'
import { repaired } from '../../src/model/records/repaired.ts'
import { noRecords } from '../../src/model/records/records.ts'
import { chartOf } from '../support/chartOf.ts'

const id = fc.constantFrom('a', 'b', 'c')
const root = fc.constantFrom('posts' as const, 'steps' as const, 'flowlines' as const)
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    root,
    id,
    fields: fc.dictionary(fc.constantFrom('name', 'from', 'to', 'order'), id),
  }),
  fc.record({ kind: fc.constant('set' as const), root, id, field: fc.constantFrom('name', 'to'), value: id }),
  fc.record({ kind: fc.constant('drop' as const), root, id }),
)

/** As one who opens it now reads it. */
function readAnew(doc: Y.Doc) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return readRecords(copy)
}

function opened(words: string): Y.Doc {
  const doc = new Y.Doc()
  applyToDoc(doc, replaceChart(noRecords, chartOf(words)), 'new')
  return doc
}

describe('reading the records of a document', () => {
  it('[DO13] answers after every change what one who opens it now reads, and the chart with it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), (edits) => {
        const doc = new Y.Doc()
        for (const edit of edits) {
          applyToDoc(doc, edit, null)
          const [read, anew] = [readRecords(doc), readAnew(doc)]
          expect(read).toEqual(anew)
          expect(repaired(read)).toEqual(repaired(structuredClone(anew)))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('[DO13] reads what one edit left alone as the same objects', () => {
    const doc = opened('受理 → 审查 → 决定')
    const before = readRecords(doc)
    applyToDoc(doc, [set('steps', '审查', 'name', '复审')], null)
    const after = readRecords(doc)
    expect(after.flowlines).toBe(before.flowlines)
    expect(after.steps['受理']).toBe(before.steps['受理'])
    expect(after.steps['审查']).toMatchObject({ name: '复审' })
    const [was, is] = [repaired(before), repaired(after)]
    expect(is.steps[0]).toBe(was.steps[0])
  })

  it('[DO13] sees what happens in the middle of a transaction, and what its listeners do', () => {
    const doc = opened('受理 → 决定')
    readRecords(doc)
    const name = () => readRecords(doc).steps['受理']?.['name']
    const seen: unknown[] = []
    const record = doc.getMap('steps').get('受理') as Y.Map<unknown>
    record.observe(() => {
      seen.push(name())
      if (record.get('name') !== '甲') return
      doc.transact(() => record.set('name', '乙'))
      seen.push(name())
    })
    doc.transact(() => {
      record.set('name', '甲')
      seen.push(name())
    })
    expect([...seen, name()]).toEqual(['甲', '甲', '乙', '乙', '乙'])
  })

  it('[DO12] asks about others who came after a step that was mine alone, also after undo and redo of it', () => {
    const [mine, theirs] = [openChartDoc(opened('受理 → 决定')), openChartDoc(new Y.Doc())]
    mine.apply([{ kind: 'put', root: 'steps', id: 'x', fields: { name: '核查', order: 'b0' } }])
    expect([mine.undo(), mine.redo()]).toEqual(['done', 'done'])
    Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(mine.doc))
    theirs.apply([set('steps', 'x', 'note', '我写的')])
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc))
    expect([mine.undo(), mine.chart().steps.length]).toEqual(['others-work', 3])
  })
})
