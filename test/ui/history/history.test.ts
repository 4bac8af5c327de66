import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../../src/model/history/difference.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import type { JournalEntry, ListedChart } from '../../../src/protocol/api.ts'
import { sayDifference } from '../../../src/text/screen/differences.ts'
import { momentWords } from '../../../src/text/screen/history.ts'
import { differencesIn, journalNames, paragraphsOf } from '../../../src/ui/history/paragraphsOf.ts'
import { changeMarksOf } from '../../../src/ui/history/changeMarksOf.ts'
import { homeCharts, chartBadgesOf as marksOfChart } from '../../../src/ui/home/homeCharts.ts'
import { ServerError } from '../../../src/ui/base/api/httpClient.ts'
import { openApiClient } from '../../../src/ui/base/api/apiClient.ts'
import { emptyForm, formOf, readForm, readTerms } from '../../../src/ui/share/linkForm.ts'
import { chartOf } from '../../support/chartOf.ts'

const chart = {
  ...chartOf('受理 → 审查 → 决定'),
  risks: [{ id: 'r', order: 'a0', step: '审查', text: '审查不严' }],
  measures: [{ id: 'm', order: 'a0', text: '双人复核', risks: ['r'] }],
}

const here = (id: string, changedAt: number, role?: ListedChart['role']) => ({
  id,
  title: `${id} 本机`,
  unit: '',
  steps: 1,
  changedAt,
  ...(role && { role }),
})

const there = (id: string, changedAt: number): ListedChart => ({
  ...here(id, changedAt),
  title: `${id} 服务器`,
  role: 'editor',
})

const answering = (body: string, init: ResponseInit, type = 'application/json') =>
  openApiClient(async () =>
    Promise.resolve(new Response(body, { ...init, headers: { 'Content-Type': type } })),
  )

const entry = (changes: JournalEntry['changes'], at = 0, author = '张三'): JournalEntry => ({
  at,
  author,
  changes,
})

const say = (...changes: JournalEntry['changes']) => {
  const names = journalNames(recordsOf(chart), [entry(changes)])
  return differencesIn(entry(changes), names).map((each) => sayDifference(each, names, 'cut'))
}

describe('marks of a comparison', () => {
  it('[HI1] mark each step and flowline once, with what is gravest; a risk marks its step', () => {
    const after = {
      ...chart,
      steps: [
        { ...chart.steps[0]!, name: '收件' },
        chart.steps[1]!,
        { id: 'n', order: 'b', kind: 'process' as const, name: '归档' },
      ],
      flowlines: [chart.flowlines[0]!],
      measures: [],
    }
    const { steps, flowlines } = changeMarksOf(differencesOf(chart, after), chart, after)
    expect(Object.fromEntries(steps)).toEqual({
      受理: 'changed',
      审查: 'changed',
      决定: 'removed',
      n: 'added',
    })
    expect(Object.fromEntries(flowlines)).toEqual({ f1: 'removed' })
  })
})

describe('the journal', () => {
  it.each([
    [{ root: 'steps', id: '审查', field: 'persons', after: 2 }, '审查 的至少几人办理：未填 → 2'],
    [{ root: 'risks', id: 'r', field: 'level', before: 'medium', after: 'high' }, '审查 的风险等级：中 → 高'],
    [{ root: 'steps', id: 'x', before: { name: '复核' } }, '删除环节 复核'],
    [{ root: 'steps', id: '审查', after: { name: '审查' } }, '新增环节 审查'],
    [
      { root: 'flowlines', id: 'f0', field: 'to', before: '审查', after: '决定' },
      '受理 → 审查 的流线改为 受理 → 决定',
    ],
    [{ root: 'steps', id: '审查', field: 'flowPosition', after: [1, 2] }, '审查 的手工位置有改动'],
    [{ root: 'steps', id: '审查', field: 'order', before: 'a1', after: 'a9' }, '环节 审查 调整了顺序'],
    [{ root: 'meta', id: 'header', field: 'unit', after: '县局' }, '单位：未填 → 县局'],
  ])('[HI3] says a field change as a comparison would: %#', (change, sentence) => {
    expect(say(change)).toEqual([sentence])
  })

  it('[HI3] passes over what is no field of a chart, and what leaves no trace', () => {
    expect(say({ root: 'else', id: 'x' }, { root: 'steps', id: '审查', field: 'note', after: '' })).toEqual(
      [],
    )
  })

  it('[HI3] puts what one person did at one go together', () => {
    const entries = [entry([], 500_000), entry([], 400_000), entry([], 395_000, '李四'), entry([], 0, '李四')]
    expect(paragraphsOf(entries).map(({ author, entries: of }) => `${author} ${of.length}`)).toEqual([
      '张三 2',
      '李四 1',
      '李四 1',
    ])
  })

  it('[HI3] names a moment as one says it', () => {
    const now = new Date(2026, 10, 22, 12)
    expect(momentWords(new Date(2026, 8, 1, 9, 5), now)).toBe('9月1日 09:05')
    expect(momentWords(new Date(2025, 8, 1, 9, 5), now)).toBe('2025年9月1日 09:05')
  })
})

describe('a new link', () => {
  const now = new Date(2026, 10, 22, 12).getTime()

  it('[LK1] holds what was filled in; its last day counts whole', () => {
    const form = { ...emptyForm, name: ' 给财务科 ', lastDay: '2026-11-22', maxUses: '3', password: 'a b' }
    expect(readForm(form, now)).toEqual({
      ok: true,
      link: {
        role: 'editor',
        name: '给财务科',
        expiresAt: new Date(2026, 10, 22, 23, 59, 59, 999).getTime(),
        maxUses: 3,
        password: 'a b',
      },
    })
    expect(readForm(emptyForm, now)).toEqual({ ok: true, link: { role: 'editor' } })
  })

  it.each([
    [{ lastDay: '2026-11-21' }, 'expiry'],
    [{ maxUses: '0' }, 'uses'],
    [{ maxUses: '1.5' }, 'uses'],
    [{ maxUses: '三' }, 'uses'],
  ])('[LK1] says what cannot be: %o', (fields, wrong) => {
    expect(readForm({ ...emptyForm, ...fields }, now)).toEqual({ ok: false, wrong })
  })
})

describe('a link that there is', () => {
  const link = {
    id: 'l',
    role: 'viewer',
    name: '给财务科',
    createdAt: 1,
    expiresAt: new Date(2026, 10, 2, 23, 59, 59, 999).getTime(),
    maxUses: 3,
    hasPassword: true,
    publishes: false,
    copies: 'remove',
    uses: [],
    mine: false,
  } as const
  const now = new Date(2026, 10, 22, 12).getTime()
  const form = formOf(link)

  it('[LK4] is shown as it is, and nothing is sent that was not changed, also of one that has ended', () => {
    expect(form).toMatchObject({ lastDay: '2026-11-02', maxUses: '3', password: '', name: '给财务科' })
    expect(readTerms(form, link, now)).toEqual({ ok: true, terms: {} })
  })

  it('[LK4] loses its end, its uses and its password, or gets others', () => {
    const none = { ...form, lastDay: '', maxUses: '', dropsPassword: true, name: '' }
    expect(readTerms(none, link, now)).toEqual({
      ok: true,
      terms: { expiresAt: null, maxUses: null, password: null, name: '' },
    })
    const others = { ...form, lastDay: '2026-11-30', password: '新', copies: 'lock' } as const
    const expiresAt = new Date(2026, 10, 30, 23, 59, 59, 999).getTime()
    expect(readTerms(others, link, now)).toEqual({
      ok: true,
      terms: { expiresAt, password: '新', copies: 'lock' },
    })
    expect(readTerms({ ...form, lastDay: '2026-11-03' }, link, now)).toEqual({ ok: false, wrong: 'expiry' })
  })
})

describe('the list of charts', () => {
  it('[HO1] joins both by id, the latest first, and leaves out what is in the bin', () => {
    const server = { charts: [there('a', 5), there('b', 9)], bin: [there('c', 1)] }
    const list = homeCharts([here('a', 7), here('c', 8), here('d', 6)], server)
    expect(list.map(({ title, isHere, onServer }) => [title, isHere, onServer])).toEqual([
      ['b 服务器', false, true],
      ['a 本机', true, true],
      ['d 本机', true, false],
    ])
    expect(list.map((chart) => marksOfChart(chart, server))).toEqual([['role'], ['role'], ['onlyHere']])
  })

  it('[HO2] is this browser’s own where no server answers; what was on one is marked offline', () => {
    const list = homeCharts([here('a', 1), here('b', 2, 'viewer')], null)
    expect(list.map((chart) => marksOfChart(chart, null))).toEqual([['role', 'offline'], []])
  })
})

describe('the server, as the page calls it', () => {
  it('[LK3] gives the sentence of the server’s own error', async () => {
    const error = { error: { code: 'no-right', message: '您的链接没有这项权限。' } }
    const asked = answering(JSON.stringify(error), { status: 403 }).charts.links('x')
    await expect(asked).rejects.toEqual(new ServerError('no-right', '您的链接没有这项权限。'))
  })

  it('[LK3] knows a web server that is none of ours, and nobody at all', async () => {
    const page = answering('<!doctype html>', { status: 200 }, 'text/html')
    await expect(page.charts.list()).rejects.toMatchObject({ fault: 'no-server' })
    const nobody = openApiClient(async () => Promise.reject(new TypeError('failed')))
    await expect(nobody.charts.list()).rejects.toMatchObject({ fault: 'unreachable' })
  })
})
