import { describe, expect, it } from 'vitest'
import { matchedTo, importRisks } from '../../../src/model/registers/importRisks.ts'
import { summary } from '../../../src/model/registers/registers.ts'
import { approvedAt, approvalProgress, lastSentBack } from '../../../src/model/review/approvalProgress.ts'
import { sixRungs } from '../../../src/model/review/ladder.ts'
import type { ReviewEvent } from '../../../src/model/review/review.ts'
import { reviewOf } from '../../../src/model/review/review.ts'
import { foundIn } from '../../../src/model/review/targets.ts'
import { deleteAsk } from '../../../src/text/screen/commands.ts'
import { sayTarget } from '../../../src/text/screen/review.ts'
import { postByLevel, stepByCategory } from '../../../src/ui/riskOverview/matrix.ts'
import { nowhere, toBePut } from '../../../src/ui/import/riskPlaces.ts'
import { pathOf, routeOf } from '../../../src/ui/base/routes.ts'
import { addresseeOf, daysBetween, nextNoticeNumber } from '../../../src/ui/review/noticeLines.ts'
import { everyMark, neighbour, shownMarks } from '../../../src/ui/review/markFilter.ts'
import { noticeFile } from '../../../src/ui/review/noticeFile.ts'
import { reviewRows } from '../../../src/ui/openChart/reviewRows.ts'
import { allWork, reviewPlacesOf, workRows } from '../../../src/ui/review/workRows.ts'
import { counting } from '../../support/chartOf.ts'
import { expenses, reopened } from '../../support/registers.ts'

const chart = expenses()
const zhang = { id: 'z', name: '张三', post: '纪检' }
const li = { id: 'l', name: '李四', post: '经办' }
const at = Date.parse('2026-11-22T04:00:00Z')

const events: readonly ReviewEvent[] = [
  {
    kind: 'marked',
    mark: 'm1',
    target: { on: 'step', id: 's2', name: '审核' },
    what: 'unclear',
    by: zhang,
    at,
    text: '写清楚',
  },
  {
    kind: 'marked',
    mark: 'm2',
    target: { on: 'step', id: 'gone', name: '审查' },
    what: 'missedRisk',
    by: li,
    at,
    text: '',
  },
  {
    kind: 'marked',
    mark: 'm3',
    target: { on: 'risk', id: 'r1', name: '虚报冒领' },
    what: 'levelTooLow',
    suggestedLevel: '高',
    by: zhang,
    at,
    text: '',
  },
  { kind: 'replied', mark: 'm1', state: 'done', by: li, at: at + 1, text: '改好了' },
  { kind: 'replied', mark: 'm3', state: 'accepted', by: zhang, at: at + 2, text: '' },
]
const review = reviewOf(events)
const eyes = { chart, selected: ['s1'], isMine: (by: { readonly id: string }) => by.id === 'z' }
const idsOf = (marks: readonly { readonly id: string }[]) => marks.map(({ id }) => id)

describe('the list of marks', () => {
  it.each([
    [{}, ['m1', 'm2', 'm3']],
    [{ state: 'unsettled' }, ['m1', 'm2']],
    [{ state: 'done' }, ['m1']],
    [{ kind: 'missedRisk' }, ['m2']],
    [{ on: 'risk' }, ['m3']],
    [{ on: 'gone' }, ['m2']],
    [{ on: 'here' }, ['m3']],
    [{ mine: true }, ['m1', 'm3']],
  ] as const)('[UI130] filters by %o', (filter, shown) => {
    expect(idsOf(shownMarks(review.marks, { ...everyMark, ...filter }, eyes))).toEqual(shown)
  })

  it('[UI130] is walked from end to end and no further', () => {
    const walked = [null, 'm1', 'm3'].map((from) => neighbour(review.marks, from, 1)?.id)
    expect(walked).toEqual(['m1', 'm2', 'm3'])
    expect(neighbour(review.marks, 'm1', -1)?.id).toBe('m1')
    expect(neighbour([], 'm1', 1)).toBeUndefined()
  })

  it('[UI131] says of what is gone that it is, under the name that it had', () => {
    const { target } = review.marks[1]!
    expect(sayTarget(target, foundIn(chart, target))).toBe('所在环节已删除：审查')
  })

  it('[UI132] one question names both, whoever works there and what hangs there', () => {
    expect(deleteAsk('张三', 0)).toBe('张三 正在编辑要删除的环节，确定删除吗？')
    expect(deleteAsk('', 2)).toBe('要删除的环节还有 2 条审核意见没有复核通过（意见会保留），确定删除吗？')
    expect(deleteAsk('张三', 2)).toMatch(/张三 正在编辑.*2 条审核意见/)
  })

  it('[UI137] fills in 审核意见表 with what was said', () => {
    expect(reviewRows(chart, review.marks)[0]).toEqual({
      target: '环节“审核”',
      kind: '表述不清',
      text: '写清楚',
      state: '已整改',
      by: '张三',
      at: '2026-11-22',
      replies: [{ text: '已整改：改好了', by: '李四', at: '2026-11-22' }],
    })
  })
})

describe('the ladder', () => {
  const seal = { revision: 'v', hash: 'h' }
  const climbed = reviewOf([
    { kind: 'passed', rung: 'self', seal, by: li, at, text: '' },
    { kind: 'passed', rung: 'peers', seal, by: zhang, at: at + 1, text: '' },
    { kind: 'sentBack', rung: 'department', to: 'peers', by: zhang, at: at + 2, text: '再找' },
  ])

  it('[UI133] shows who passed what, where it stands, and why it was sent back until it goes on', () => {
    const [self, peers, department] = approvalProgress(climbed)
    expect(self).toMatchObject({ state: 'passed', passed: { by: li } })
    expect([peers!.state, department!.state]).toEqual(['here', 'ahead'])
    expect(lastSentBack(climbed)?.text).toBe('再找')
    const on = reviewOf([
      ...climbed.events,
      { kind: 'passed', rung: 'peers', seal, by: li, at: at + 3, text: '' },
    ])
    expect(lastSentBack(on)).toBeUndefined()
    expect(approvalProgress(on)[1]!.passed?.by).toEqual(li)
  })

  it('[UI133] approves at the last rung before 公示, which approves nothing anew', () => {
    const rungs = ['self', 'peers', 'department', 'leader', 'group', 'publicity']
    const passed = rungs.map((rung, n): ReviewEvent => {
      const seal = { revision: `v${n}`, hash: `h${n}` }
      return { kind: 'passed', rung, seal, by: zhang, at: at + n, text: '' }
    })
    const whole = reviewOf(passed)
    expect(whole.rung).toBe(6)
    expect(whole.approved).toMatchObject({ revision: 'v4', hash: 'h4' })
    expect(approvedAt(whole)?.name).toBe('领导小组审定')
  })
})

const listed = (id: string, extras: object) => ({
  id,
  title: id,
  unit: '甲局',
  role: 'reviewer' as const,
  ladder: 'six-rungs',
  rungs: sixRungs.rungs,
  rung: 0,
  marks: review.marks,
  unsettled: 2,
  notices: [],
  ...extras,
})

describe('the working list', () => {
  const notice = {
    id: 'n',
    what: 'warning',
    colour: 'red',
    number: '1',
    addressee: '甲',
    marks: [],
    deadline: '2026-11-01',
    by: zhang,
    at,
  } as const
  const list = [
    listed('a', { marks: [], unsettled: 0 }),
    listed('b', { unit: '乙局', rung: 3 }),
    listed('c', { notices: [notice] }),
  ]

  it('[UI135] counts by state, puts first what is overdue, then what waits', () => {
    const rows = workRows(list, allWork, '2026-11-22')
    expect(rows.map(({ listed: { id } }) => id)).toEqual(['c', 'b', 'a'])
    expect(rows[0]).toMatchObject({ overdue: 1, counts: { open: 1, done: 1, returned: 0 }, rung: '个人自查' })
    expect(reviewPlacesOf(rows).filter(({ chart }) => chart === 'c')).toHaveLength(4)
  })

  it.each([
    [{ unit: '乙局' }, ['b']],
    [{ rung: '分管领导审核' }, ['b']],
    [{ state: 'done' }, ['c', 'b']],
    [{ kind: 'hollowMeasure' }, []],
  ] as const)('[UI135] filters by %o', (filter, shown) => {
    const rows = workRows(list, { ...allWork, ...filter }, '2026-11-22')
    expect(rows.map(({ listed: { id } }) => id)).toEqual(shown)
  })

  it('[UI135] leads to the chart at the mark', () => {
    expect(routeOf('/review')).toEqual({ at: 'review' })
    expect(pathOf({ at: 'chart', chart: 'c1', mark: 'm 1' })).toBe('/c/c1?mark=m%201')
  })
})

describe('notices', () => {
  it('[UI136] go on counting, begin anew with the year, and are late by whole days', () => {
    const last = { number: '甲廉预〔2026〕9号' } as never
    expect(nextNoticeNumber([last], 2026, '甲')).toBe('甲廉预〔2026〕10号')
    expect(nextNoticeNumber([last], 2027, '甲')).toBe('甲廉预〔2027〕1号')
    expect(nextNoticeNumber([], 2026, '甲局')).toBe('甲局〔2026〕1号')
    expect(daysBetween('2026-10-30', '2026-11-02')).toBe(3)
    expect(addresseeOf(chart, review.marks, 'post')).toBe('科室负责人')
    expect(addresseeOf(chart, review.marks, 'unit')).toBe('财务科')
  })

  it('[UI136] are Word documents about the marks that were chosen', async () => {
    const { name, blob } = await noticeFile({
      chart,
      marks: review.marks,
      notice: {
        what: 'warning',
        colour: 'orange',
        number: '甲〔2026〕1号',
        addressee: '财务科',
        marks: ['m1', 'm3'],
        deadline: '2026-12-07',
      },
      demands: '立即整改\n\n举一反三',
      issuedOn: '2026-11-22',
    })
    expect(name).toBe('廉政风险预警告知书 甲〔2026〕1号.docx')
    const { text } = reopened(new Uint8Array(await blob.arrayBuffer()))
    for (const words of ['环节“审核”', '建议等级：高', '橙色', '立即整改', '举一反三', '2026年12月7日'])
      expect(text).toContain(words)
    expect(text).not.toContain('漏查风险')
  })
})

describe('风险一览', () => {
  it('[UI139] adds up to what the forms say', () => {
    const { counts, byPost, byStep } = summary([chart])
    for (const { lines, totals, total } of [postByLevel(chart), stepByCategory(chart)]) {
      const sums = lines.map(({ cells }) => cells.reduce((sum, { count }) => sum + count, 0))
      expect(sums).toEqual(lines.map((line) => line.total.count))
      expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(counts.risks)
      expect(total.count).toBe(counts.risks)
    }
    expect(postByLevel(chart).lines.map(({ total }) => total.count)).toEqual(
      byPost.map((line) => line.counts.risks),
    )
    expect(stepByCategory(chart).lines).toHaveLength(byStep.length)
  })

  it('[UI139] leads from a number to its steps', () => {
    const manager = postByLevel(chart).lines.find(({ key }) => key === '科室负责人')!
    expect(manager.total.steps).toEqual(['s2'])
    expect(stepByCategory(chart).lines.at(-1)!.total.steps).toEqual([])
  })
})

const risk = (row: number, text: string, place: string) => ({ row, text, place, posts: [], measures: [] })

describe('last year’s list', () => {
  const matches = matchedTo(chart, [
    risk(2, '资料不全也受理', '提出申请'),
    risk(3, '没有这一步', '盖章'),
    risk(4, '虚报冒领', '提出申请'),
  ])

  it('[UI140] puts each row where it was found or where a person says, never what is known', () => {
    expect(idsIn({})).toEqual([[2, { step: 's1' }]])
    expect(idsIn({ '3 没有这一步': 'post p3' })).toEqual([
      [2, { step: 's1' }],
      [3, { post: 'p3' }],
    ])
    expect(idsIn({ '2 资料不全也受理': nowhere })).toEqual([])
    const edit = importRisks(chart, toBePut(chart, matches, {}), counting())
    expect(edit.ok && edit.changes.filter(({ kind }) => kind === 'put')).toHaveLength(1)
  })

  function idsIn(placing: Readonly<Record<string, string>>) {
    return toBePut(chart, matches, placing).map(({ risk: { row }, owner }) => [row, owner])
  }
})
