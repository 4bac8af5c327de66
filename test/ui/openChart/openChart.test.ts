import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Collaborator } from '../../../src/collab/collaborators.ts'
import { serverTrouble } from '../../../src/text/screen/serverTrouble.ts'
import { colourOf, editorsOf, namesOf } from '../../../src/ui/openChart/collaborators.ts'
import { blankChart } from '../../../src/ui/openChart/keepNewChart.ts'
import { mayWrite } from '../../../src/ui/openChart/mayWrite.ts'
import { reviewRows } from '../../../src/ui/openChart/reviewRows.ts'
import { initialSession, select, setSession, useSession } from '../../../src/ui/openChart/session.ts'
import { summaryOf } from '../../../src/ui/openChart/summaryOf.ts'
import { whenSaved } from '../../../src/ui/openChart/whenSaved.ts'
import { chartOf, counting, pathsOf } from '../../support/chartOf.ts'

const other = (name: string, client: number, editing?: string): Collaborator => ({
  client,
  name,
  post: '',
  selection: [],
  view: 'flow',
  edition: 'internal',
  editing,
})

beforeEach(() => setSession(initialSession))
afterEach(() => {
  vi.useRealTimers()
})

describe('[UI104] who may write', () => {
  it.each([
    [null, true],
    ['owner', true],
    ['editor', true],
    ['reviewer', false],
    ['viewer', false],
    ['none', false],
  ] as const)('%s: %s', (access, may) => {
    expect(mayWrite(access)).toBe(may)
  })
})

describe('who else is here', () => {
  const [one, two, three] = [other('张三', 1, '受理'), other('李四', 2), other('', 3, '决定')]

  it('works on a step while a field of it is being filled in', () => {
    expect(editorsOf(new Set(['受理', '审查']), [one, two, three])).toEqual([one])
  })

  it('is named once, also in two windows, and as 未署名 before saying a name', () => {
    expect(namesOf([one, two, other('张三', 9)])).toBe('张三、李四')
    expect(namesOf([three])).toMatch(/[一-鿿]/)
  })

  it('keeps one colour, whoever comes and goes', () => {
    expect(colourOf({ client: 4_294_967_295 })).toMatch(/^#[0-9a-f]{6}$/)
    expect(colourOf(one)).toBe(colourOf(other('别名', 1)))
    expect(colourOf(one)).not.toBe(colourOf(two))
  })
})

describe('a new chart', () => {
  it('begins with its two ends, joined', () => {
    const chart = blankChart('取水许可', counting())
    expect(chart.steps.map(({ kind }) => kind)).toEqual(['terminator', 'terminator'])
    expect(pathsOf(chart)).toHaveLength(1)
    expect(new Set([...chart.steps, ...chart.flowlines].map(({ id }) => id)).size).toBe(3)
    expect(summaryOf('c', chart, 5)).toEqual({
      id: 'c',
      title: '取水许可',
      unit: '',
      steps: 2,
      changedAt: 5,
      sketch: 't0 t1|0-1',
    })
  })
})

it('selecting closes the menu and whatever name is being typed, and deselects the rest', () => {
  setSession({
    menu: { x: 1, y: 1 },
    renaming: '受理',
    labelling: 'f',
    selection: { steps: ['受理'], flowlines: [] },
  })
  select({ flowlines: ['f'] })
  expect(useSession.getState()).toMatchObject({
    menu: null,
    renaming: null,
    labelling: null,
    selection: { steps: [], flowlines: ['f'] },
  })
})

describe('waiting until the server has everything', () => {
  it('is over at once where it has, else when it has', async () => {
    await whenSaved()
    setSession({ saveState: 'saving' })
    let isOver = false
    const waiting = whenSaved().then(() => (isOver = true))
    setSession({ metServer: true })
    await Promise.resolve()
    expect(isOver).toBe(false)
    setSession({ saveState: 'saved' })
    await waiting
    expect(isOver).toBe(true)
  })

  it('ends after ten seconds with the sentence for the person', async () => {
    vi.useFakeTimers()
    setSession({ saveState: 'saving' })
    const waiting = expect(whenSaved()).rejects.toThrow(serverTrouble.notSent)
    await vi.advanceTimersByTimeAsync(10_000)
    await waiting
  })
})

it('the marks of a review are rows of 审核意见表: where, who, when, and what was answered', () => {
  const by = { id: 'u', name: '', post: '' }
  const [row] = reviewRows(chartOf('受理'), [
    {
      id: 'm',
      target: { on: 'step', id: '受理', name: '受理（旧名）' },
      kind: 'missedRisk',
      text: '漏了人情关系',
      state: 'done',
      by,
      at: Date.UTC(2026, 8, 1),
      replies: [
        { by: { ...by, name: '张三' }, at: Date.UTC(2026, 8, 2), text: '已补充', state: 'done' },
        { by: { ...by, name: '张三' }, at: Date.UTC(2026, 8, 2), text: '', state: 'done' },
        { by: { ...by, name: '张三' }, at: Date.UTC(2026, 8, 2), text: '在办' },
      ],
    },
  ])
  expect(row!.target).toContain('受理')
  expect(row!.by).toMatch(/[一-鿿]/)
  const [settled, silent, said] = row!.replies!.map(({ text }) => text)
  expect(settled).toBe(`${silent!}：已补充`)
  expect(said).toBe('在办')
})
