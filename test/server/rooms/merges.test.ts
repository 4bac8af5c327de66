import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openChartDoc } from '../../../src/doc/chartDoc.ts'
import type { Chart, Step } from '../../../src/model/chart.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { removeSteps } from '../../../src/model/edits/removeSteps.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { setFields, setHeader } from '../../../src/model/edits/setFields.ts'
import { noRecords } from '../../../src/model/records/records.ts'
import type { MergeConflict } from '../../../src/protocol/api.ts'
import { limits } from '../../../src/protocol/limits.ts'
import { openRefusedFields } from '../../../src/server/rooms/refusedFields.ts'
import { openDocument } from '../../../src/server/rooms/roomDocument.ts'
import { chartOf } from '../../support/chartOf.ts'

const parts = {
  chart: 'c',
  limits,
  now: () => 0,
  elapsed: () => 0,
  newId: () => 'r',
  refusedFields: openRefusedFields(),
}
const nothing = { snapshot: undefined, updates: [], clients: [], seq: 0 }

/** People who work apart, and the room that they bring their work to. */
function room(chart: Chart = chartOf('受理 → 审查 → 决定')) {
  const document = openDocument({ ...parts, kept: nothing })
  const conflicts: MergeConflict[] = []
  const logged: Uint8Array[] = []
  const person = (name: string) => {
    const opened = openChartDoc(new Y.Doc())
    const learn = () => Y.applyUpdate(opened.doc, document.since(Y.encodeStateVector(opened.doc))!, 'server')
    return {
      ...opened,
      learn,
      does: (decide: (chart: Chart) => Edit) => {
        const edit = decide(opened.chart())
        if (!edit.ok) throw new Error(edit.refusal.reason)
        opened.apply(edit.changes)
      },
      brings: () => {
        const taken = document.take(
          Y.encodeStateAsUpdate(opened.doc, document.stateVector()),
          {
            person: name,
            name,
            post: '',
            role: 'editor',
          },
          'live',
        )
        if (!taken.ok) throw new Error(taken.code)
        conflicts.push(...(taken.entry?.conflicts ?? []))
        if (taken.entry) logged.push(taken.entry.update)
        learn()
        return taken
      },
    }
  }
  const author = person('author')
  author.apply(replaceChart(noRecords, chart))
  author.brings()
  const [one, two] = [person('甲'), person('乙')]
  one.learn()
  two.learn()
  return { document, conflicts, logged, one, two }
}

const marks = (id: string, fields: Partial<Step>) => (chart: Chart) => setFields(chart, 'steps', id, fields)
const removes = (id: string) => (chart: Chart) => removeSteps(chart, [id])
const stepIn = (chart: Chart, id: string) => chart.steps.find((step) => step.id === id)

describe('what a merge overrules', () => {
  it('[RM28] is named: two write one field apart', () => {
    const { conflicts, one, two, document } = room()
    one.does(marks('审查', { note: '甲的话' }))
    two.does(marks('审查', { note: '乙的话' }))
    one.brings()
    two.brings()
    expect(conflicts).toHaveLength(1)
    const { kept, lost, ...spot } = conflicts[0]!
    expect(spot).toEqual({ root: 'steps', id: '审查', field: 'note' })
    expect([kept, lost].map(({ by }) => by).sort()).toEqual(['乙', '甲'])
    expect(stepIn(document.chart(), '审查')!.note).toBe(kept.value)
    expect(lost.value).toBe(`${lost.by}的话`)
  })

  it('[RM28] is not said of what one has seen, of equal values, nor of one’s own', () => {
    const { conflicts, one, two } = room()
    one.does(marks('审查', { note: '一' }))
    one.does(marks('审查', { note: '二' }))
    one.brings()
    two.learn()
    two.does(marks('审查', { note: '三' }))
    two.does(marks('审查', { note: '四' }))
    two.undo()
    two.brings()
    one.does(marks('受理', { note: '同' }))
    two.does(marks('受理', { note: '同' }))
    one.brings()
    two.brings()
    expect(conflicts).toEqual([])
  })

  it('[RM28] is named: words written into what another removed meanwhile', () => {
    const { conflicts, one, two } = room()
    two.does(marks('审查', { note: '先前' }))
    two.brings()
    one.learn()
    one.does(removes('审查'))
    two.does(marks('审查', { note: '白写了' }))
    one.brings()
    two.brings()
    expect(conflicts).toEqual([
      { root: 'steps', id: '审查', field: 'note', kept: { by: '' }, lost: { by: '乙', value: '白写了' } },
    ])
  })
})

describe('what is kept from the public', () => {
  for (const first of ['甲', '乙']) {
    it(`[RM29] the stricter holds where two differ, ${first} first`, () => {
      const { document, logged, one, two, conflicts } = room(
        chartOf('受理 → 审查', { 审查: { internalOnly: false } }, { hasExternal: true }),
      )
      one.does(marks('审查', { internalOnly: true, withheld: ['materials'] }))
      one.does(() => setHeader({ hasExternal: false }))
      two.does(marks('审查', { internalOnly: false, withheld: ['posts'] }))
      two.does(() => setHeader({ hasExternal: true }))
      for (const person of first === '甲' ? [one, two] : [two, one]) person.brings()
      one.learn()
      two.learn()
      const chart = document.chart()
      expect(stepIn(chart, '审查')!.internalOnly).toBe(true)
      expect([...stepIn(chart, '审查')!.withheld!].sort()).toEqual(['materials', 'posts'])
      expect(chart.header.hasExternal).toBe(false)
      expect(conflicts).toHaveLength(3)
      expect(one.chart()).toEqual(chart)
      expect(two.chart()).toEqual(chart)
      const kept = { snapshot: undefined, updates: logged, clients: [], seq: 3 }
      expect(openDocument({ ...parts, kept }).chart()).toEqual(chart)
    })
  }

  it('[RM29] who has seen the mark may take it back', () => {
    const { document, one, two, conflicts } = room()
    one.does(marks('审查', { internalOnly: true }))
    one.brings()
    two.learn()
    two.does(marks('审查', { internalOnly: false }))
    two.brings()
    expect(stepIn(document.chart(), '审查')!.internalOnly).toBe(false)
    expect(conflicts).toEqual([])
  })

  for (const apart of [true, false]) {
    for (const first of ['mark', 'removal']) {
      it(`[RM29] a mark outlives that another removes the step and brings it back${apart ? ' apart' : ''}: ${first} first`, () => {
        const { document, one, two } = room()
        one.does(removes('审查'))
        two.does(marks('审查', { internalOnly: true, withheld: ['materials'], publicName: '办理' }))
        if (apart) one.undo()
        if (first === 'mark') two.brings()
        const update = Y.encodeStateAsUpdate(one.doc, document.stateVector())
        document.take(update, { person: '甲', name: '甲', post: '', role: 'editor' }, 'live')
        if (first === 'removal') two.brings()
        if (!apart) {
          expect(stepIn(document.chart(), '审查')).toBeUndefined()
          one.undo()
          one.brings()
        }
        one.learn()
        two.learn()
        const marked = { internalOnly: true, withheld: ['materials'], publicName: '办理' }
        expect(stepIn(document.chart(), '审查')).toMatchObject(marked)
        expect(stepIn(one.chart(), '审查')).toMatchObject(marked)
        expect(two.chart()).toEqual(document.chart())
      })
    }
  }
})
