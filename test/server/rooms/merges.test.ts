import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Chart, Step } from '../../../src/model/chart.ts'
import { mergePosts } from '../../../src/model/edits/mergePosts.ts'
import { removePost } from '../../../src/model/edits/posts.ts'
import { removeSteps } from '../../../src/model/edits/removeSteps.ts'
import { addMeasure, addRisk, removeRisk } from '../../../src/model/edits/risks.ts'
import { setFields, setHeader } from '../../../src/model/edits/setFields.ts'
import { chartOf } from '../../support/chartOf.ts'
import { documentFrom, meetingRoom } from './meetingRoom.ts'

function room(chart: Chart = chartOf('受理 → 审查 → 决定')) {
  const { people, ...met } = meetingRoom(chart, ['甲', '乙'])
  return { ...met, one: people[0]!, two: people[1]! }
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
      expect(documentFrom(logged).chart()).toEqual(chart)
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

const staffed: Chart = {
  ...chartOf('受理 → 审查', { 受理: { posts: ['p'] }, 审查: { posts: ['q'] } }),
  posts: [
    { id: 'p', order: 'a0', name: '窗口' },
    { id: 'q', order: 'a1', name: '科室' },
    { id: 'r', order: 'a2', name: '领导' },
  ],
}

describe('what nobody meant to go', () => {
  for (const first of ['甲', '乙']) {
    it(`[RM31] is written again: one writes, the other writes and takes it back apart, ${first} first`, () => {
      const { document, conflicts, one, two } = room()
      one.does(marks('审查', { internalOnly: true, note: '甲的话' }))
      two.does(marks('审查', { internalOnly: true, note: '乙的话' }))
      two.undo()
      for (const person of first === '甲' ? [one, two, one] : [two, one, two]) person.brings()
      expect(stepIn(document.chart(), '审查')).toMatchObject({ internalOnly: true, note: '甲的话' })
      expect([one.chart(), two.chart()]).toEqual([document.chart(), document.chart()])
      expect(conflicts).toEqual([])
    })
  }

  it('[RM29] a mark that two set apart is not gone with one of them', () => {
    const { document, one, two } = room()
    two.does(marks('审查', { internalOnly: true }))
    two.brings()
    one.does(marks('审查', { internalOnly: true }))
    one.brings()
    two.does(marks('审查', { internalOnly: false }))
    two.brings()
    expect(stepIn(document.chart(), '审查')!.internalOnly).toBe(true)
    two.does(marks('审查', { internalOnly: false }))
    two.brings()
    expect(stepIn(document.chart(), '审查')!.internalOnly).toBe(false)
  })

  it('[RM32] is named again: words written into a risk whose step is gone', () => {
    const { conflicts, one, two } = room()
    one.does((chart) => addRisk(chart, { step: '审查' }, { text: '拖延' }, 'k1'))
    one.brings()
    two.does(removes('审查'))
    one.does((chart) => setFields(chart, 'risks', 'k1', { text: '拖延三日' }))
    two.brings()
    one.brings()
    expect(conflicts.map(({ lost }) => lost.value)).toEqual(['拖延', '拖延三日'])
  })

  it('[RM31] is not what somebody cleared who had seen it', () => {
    const { document, one, two } = room()
    one.does(marks('审查', { note: '甲的话' }))
    one.brings()
    two.learn()
    two.does(marks('审查', { note: '乙的话' }))
    two.does((chart) => setFields(chart, 'steps', '审查', { note: undefined }))
    two.brings()
    expect(stepIn(document.chart(), '审查')!.note).toBeUndefined()
  })

  it('[RM29] a mark is not lost where one marks and removes a step that the other brings back', () => {
    const { document, one, two } = room()
    one.does(marks('审查', { internalOnly: true }))
    one.does(removes('审查'))
    two.does(removes('审查'))
    two.undo()
    one.brings()
    two.brings()
    expect(stepIn(document.chart(), '审查')?.internalOnly ?? true).toBe(true)
  })

  it('[RM29] who removes a marked step, brings it back and takes the mark back is obeyed', () => {
    const { document, one } = room()
    one.does(marks('审查', { internalOnly: true }))
    one.does(removes('审查'))
    one.undo()
    one.does(marks('审查', { internalOnly: false }))
    one.brings()
    expect(stepIn(document.chart(), '审查')!.internalOnly).toBe(false)
  })

  it('[RM32] is named: a risk, a measure and a post whose owner another removed meanwhile', () => {
    const { conflicts, one, two } = room(staffed)
    one.does((chart) => addRisk(chart, { step: '审查' }, { text: '拖延' }, 'k1'))
    one.does((chart) => addRisk(chart, { post: 'r' }, { text: '说情' }, 'k2'))
    one.does((chart) => addRisk(chart, { step: '受理' }, { text: '刁难' }, 'k3'))
    one.brings()
    two.learn()
    two.does((chart) => removeRisk(chart, 'k3'))
    one.does((chart) => addMeasure(chart, 'k3', '公示', 'm1'))
    one.does((chart) => setFields(chart, 'steps', '受理', { posts: ['p', 'q'] }))
    two.does((chart) => removePost(chart, 'q'))
    two.brings()
    one.brings()
    expect(conflicts.map(({ id, field, lost }) => [id, field, lost])).toEqual([
      ['m1', 'text', { by: '甲', value: '公示' }],
      ['受理', 'posts', { by: '甲', value: ['p', 'q'] }],
    ])
  })

  for (const first of ['甲', '乙']) {
    it(`[RM32] is named once, whoever comes first: a risk on a removed step, ${first} first`, () => {
      const { conflicts, one, two } = room()
      one.does((chart) => addRisk(chart, { step: '审查' }, { text: '拖延' }, 'k1'))
      two.does(removes('审查'))
      for (const person of first === '甲' ? [one, two] : [two, one]) person.brings()
      const kept = { by: first === '甲' ? '乙' : '' }
      expect(conflicts).toEqual([
        { root: 'risks', id: 'k1', field: 'text', kept, lost: { by: '甲', value: '拖延' } },
      ])
    })
  }

  it('[RM32] is not what somebody removed who knew of it', () => {
    const { conflicts, one, two } = room(staffed)
    one.does((chart) => addRisk(chart, { step: '审查' }, { text: '拖延' }, 'k1'))
    one.does((chart) => addRisk(chart, { post: 'q' }, { text: '说情' }, 'k2'))
    one.does((chart) => addMeasure(chart, 'k1', '公示', 'm1'))
    one.brings()
    two.learn()
    two.does((chart) => removePost(chart, 'q'))
    two.does(removes('审查'))
    two.brings()
    expect(conflicts).toEqual([])
  })

  it('[RM28] words are named that stood in what another removed, brought back and removed again', () => {
    const { conflicts, one, two } = room()
    one.does(marks('审查', { note: '白写了' }))
    two.does(removes('审查'))
    two.undo()
    two.redo()
    one.brings()
    two.brings()
    expect(conflicts.map(({ id, field, lost }) => [id, field, lost])).toEqual([
      ['审查', 'note', { by: '甲', value: '白写了' }],
    ])
  })

  it('[DO10] a post that another merged into one that is removed meanwhile stays, where it is named', () => {
    const { document, one, two } = room(staffed)
    one.does((chart) => mergePosts(chart, 'q', 'r'))
    two.does((chart) => removePost(chart, 'r'))
    two.does((chart) => mergePosts(chart, 'p', 'q'))
    one.brings()
    two.brings()
    one.learn()
    expect(document.chart().posts.map(({ name }) => name)).toEqual(['科室'])
    expect(stepIn(document.chart(), '受理')!.posts).toEqual(['q'])
    expect(one.chart()).toEqual(document.chart())
  })
})
