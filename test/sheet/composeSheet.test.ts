import { beforeAll, describe, expect, it } from 'vitest'
import type { Chart, View } from '../../src/model/chart.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { legibilityFixes } from '../../src/sheet/legibilityFixes.ts'
import type { SheetContent } from '../../src/sheet/sheetContent.ts'
import { pageSize, paperNames, type Page } from '../../src/sheet/papers.ts'
import { readTimeLimit } from '../../src/model/time/readTimeLimit.ts'
import { chartOf } from '../support/chartOf.ts'
import { flowNames } from '../support/flows.ts'
import { contentOf, fitted, outside, placedInk, realChart, textsOf, wordsOf } from '../support/sheets.ts'

const pages: readonly Page[] = paperNames.flatMap((paper) => [
  { paper, landscape: false },
  { paper, landscape: true },
])
const a3: Page = { paper: 'A3', landscape: false }

function internal(chart: Chart, view: View = 'flow'): Promise<SheetContent> {
  return contentOf({ name: 'internal', chart }, view)
}

describe('[SH4] on every paper', () => {
  let contents: readonly SheetContent[]
  beforeAll(async () => {
    const views: readonly View[] = ['flow', 'lanes', 'columns']
    contents = await Promise.all(
      flowNames.flatMap((name) => views.map((view) => internal(realChart(name), view))),
    )
  })

  it('all ink is inside the frame', () => {
    for (const [i, content] of contents.entries())
      for (const page of i % 5 === 0 ? pages : pages.slice(0, 4)) {
        const sheet = composeSheet(content, page)
        expect(pageSize(page)).toEqual({ width: sheet.width, height: sheet.height })
        const [, frame, ...rest] = placedInk(sheet.items)
        expect(frame!.bounds.left).toBeGreaterThan(5)
        expect(outside(rest, frame!.bounds)).toEqual([])
      }
  })

  it('heading, drawing and footing do not overlap', () => {
    for (const [i, content] of contents.entries())
      for (const page of i % 5 === 0 ? pages : pages.slice(0, 4)) {
        const [, , heading, drawing, footing] = composeSheet(content, page).items
        const bottom = (ink: typeof heading): number =>
          Math.max(...placedInk([ink!]).map(({ bounds }) => bounds.bottom))
        const top = (ink: typeof heading): number =>
          Math.min(...placedInk([ink!]).map(({ bounds }) => bounds.top))
        expect(bottom(heading)).toBeLessThan(top(drawing))
        expect(bottom(drawing)).toBeLessThan(top(footing))
      }
  })
})

const full: Chart = {
  ...chartOf('申请 → 审查 → 办结', {
    申请: { kind: 'terminator' },
    审查: { timeLimit: readTimeLimit('5个工作日') },
    办结: { kind: 'terminator' },
  }),
  header: {
    title: '卫生许可权力运行流程图',
    unit: '某县卫生健康局',
    office: '行政审批科',
    code: '62052400MZ-XK-0001',
    powerKind: 'licensing',
    legalBasis: [{ title: '《中华人民共和国行政许可法》', article: '第三十二条' }],
    statutoryLimit: readTimeLimit('20个工作日'),
    promisedLimit: readTimeLimit('5个工作日'),
    place: '政务大厅二楼',
    consultPhone: '0551-1234567',
    supervisionPhone: '0551-7654321',
    issuedOn: '2026-09-18',
    versionMark: '第3版',
    preparedBy: '张三',
    note: '每年修订',
  },
}

it('[SH4] prints every fact of the heading, and only those that there are', async () => {
  const said = wordsOf(composeSheet(await internal(full), a3).items)
  for (const words of [
    '卫生许可权力运行流程图',
    '某县卫生健康局',
    '内部流程图',
    '内部公开',
    '承办处室：行政审批科',
    '职权编码：62052400MZ-XK-0001',
    '职权类别：行政许可',
    '法定期限：20个工作日',
    '承诺期限：5个工作日',
    '办理地点：政务大厅二楼',
    '咨询电话：0551-1234567',
    '监督电话：0551-7654321',
    '第3版　2026年9月18日',
    '编制人：张三',
    '备注：每年修订',
    '（5个工作日）',
  ])
    expect(said).toContain(words)
  const bare = wordsOf(composeSheet(await internal(chartOf('申请 → 办结')), a3).items)
  expect(bare).not.toContain('：')
})

async function legend(chart: Chart): Promise<string> {
  return wordsOf([composeSheet(await internal(chart), a3).items[4]!])
}

it('[SH4] the legend explains what is drawn, and nothing else', async () => {
  expect(await legend(chartOf('申请 → 办结'))).toBe('图例办理环节')
  const risky: Chart = {
    ...full,
    risks: [{ id: 'r', order: 'a', step: '审查', text: '甲', level: 'medium' }],
  }
  const said = await legend(risky)
  expect(said).toContain('中风险')
  expect(said).not.toContain('高风险')
  expect(said).not.toContain('数字')
})

it('[SH4] the smallest text is told, and pages on which it can be read are offered', async () => {
  const chart = chartOf(Array.from({ length: 56 }, (_, i) => `环节${i}`).join(' → '))
  const page: Page = { paper: 'A4', landscape: true }
  const order = { edition: { name: 'internal', chart }, view: 'flow', page } as const
  const small = composeSheet(await fitted(order), page)
  expect(small.smallestText).toBeLessThan(2.6)
  expect(Math.min(...textsOf(small.items).map(({ size }) => size))).toBeGreaterThan(small.smallestText)
  const better = await legibilityFixes({ order, needed: () => 2.6, views: [], fit: fitted })
  const pages = better.flatMap((repair) => ('page' in repair ? [repair.page] : []))
  expect(pages.length).toBeGreaterThan(0)
  for (const other of pages)
    expect(composeSheet(await fitted({ ...order, page: other }), other).smallestText).toBeGreaterThanOrEqual(
      2.6,
    )
})

it('[SH4] a small chart is not blown up beyond 7.6 mm on A3, and its gaps use the room', async () => {
  const content = await internal(chartOf('申请 → 办结'))
  const sheet = composeSheet(content, a3)
  const drawing = sheet.items[3]!
  const names = placedInk([drawing]).filter(({ ink }) => ink.kind === 'text')
  const em = (names[0]!.bounds.bottom - names[0]!.bounds.top) / 0.92
  expect(em).toBeCloseTo(7.6, 1)
})

it('[SH4] a title that needs it takes two lines, a heading that needs it smaller letters', async () => {
  const title = '行政奖励：对在水利工作中做出突出贡献的单位或者个人进行奖励的行政职权廉政风险防控图（试行）'
  const basis = Array.from({ length: 40 }, (_, i) => ({
    title: `《关于进一步规范行政职权运行的若干规定之${i}》`,
  }))
  const chart = { ...full, header: { ...full.header, title, legalBasis: basis } }
  const content = await internal(chart)
  for (const page of pages) {
    const sheet = composeSheet(content, page)
    const [, frame, ...rest] = placedInk(sheet.items)
    expect(outside(rest, frame!.bounds)).toEqual([])
    expect(wordsOf(sheet.items)).toContain('之39')
  }
})
