/**
 * Walks the table of fields: each field is said otherwise, and every surface is looked at.
 * What changes there is shown there. A field that a surface neither shows nor declines
 * fails, and so does one whose row says other than what is seen.
 */
import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writtenTexts } from '../../../src/checks/texts.ts'
import { applyToDoc, openChartDoc } from '../../../src/doc/chartDoc.ts'
import { formsOf } from '../../../src/files/registers/formsOf.ts'
import { readTable } from '../../../src/files/tableReading/readTable.ts'
import { readTsv } from '../../../src/files/tableSource/readDelimited.ts'
import type { Chart } from '../../../src/model/chart.ts'
import type { Edition } from '../../../src/model/editions/edition.ts'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { surfaces, type Surface } from '../../../src/model/fields/surfaces.ts'
import { differencesOf } from '../../../src/model/history/difference.ts'
import { noRecords } from '../../../src/model/records/records.ts'
import { publicPage } from '../../../src/publicationRenderer/publicPage.ts'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import { chartText } from '../../../src/sheet/writers/chartText.ts'
import { formNames } from '../../../src/text/paper/forms.ts'
import { headingWords, type TableField } from '../../../src/text/recognition/headings.ts'
import { namesFrom, sayDifference } from '../../../src/text/screen/differences.ts'
import { AppServicesContext, type AppServices } from '../../../src/ui/base/appServices.ts'
import { ToastContext, type ToastApi } from '../../../src/ui/base/toastContext.ts'
import type { OpenChart } from '../../../src/ui/openChart/openChart.ts'
import { OpenChartContext } from '../../../src/ui/openChart/openChartContext.ts'
import { gridRowsOf } from '../../../src/ui/grid/gridRowsOf.ts'
import { ChartContext } from '../../../src/ui/openChart/chartContext.ts'
import { FlowlinePanel } from '../../../src/ui/panels/FlowlinePanel.tsx'
import { HeaderPanel } from '../../../src/ui/panels/HeaderPanel.tsx'
import { LazyRiskGrading } from '../../../src/ui/panels/RiskCard.tsx'
import { StepPanel } from '../../../src/ui/panels/StepPanel.tsx'
import { counting } from '../../support/chartOf.ts'
import { contentOf } from '../../support/sheets.ts'
import { fullChart, saidOtherwise, walked, type WalkedRoot } from './fullChart.ts'

const everything = { risks: true, measures: true, responsible: true } as const
const editionsOf = (chart: Chart): readonly Edition[] => [
  { name: 'internal', chart },
  { name: 'external', chart: externalEdition(chart, everything) },
]

/** What a surface makes of a chart, as text: two charts that it tells apart give two. */
const made: {
  readonly [S in Exclude<Surface, 'tableImport' | 'history'>]: (chart: Chart) => string | Promise<string>
} = {
  panel: panelsOf,
  grid: (chart) => JSON.stringify(gridRowsOf(chart)),
  registers: (chart) => JSON.stringify(formNames.map((form) => formsOf({ form, charts: [chart] }))),
  paper: sheetsOf,
  textTwin: (chart) => editionsOf(chart).map(chartText).join('\n'),
  publicPage: (chart) =>
    publicPage(externalEdition(chart, everything), '<svg></svg>', { postedOn: '2026-09-18' }),
  checkedTexts: (chart) => JSON.stringify(writtenTexts(chart).map(({ text }) => text)),
}

async function sheetsOf(chart: Chart): Promise<string> {
  const page = { paper: 'A3', landscape: true } as const
  const sheets: unknown[] = []
  for (const edition of editionsOf(chart))
    for (const view of ['flow', 'lanes', 'columns'] as const)
      sheets.push(composeSheet(await contentOf(edition, view), page).items)
  return JSON.stringify(sheets)
}

async function panelsOf(chart: Chart): Promise<string> {
  const doc = new Y.Doc()
  const held = openChartDoc(doc)
  applyToDoc(doc, replaceChart(noRecords, chart), null)
  const now = held.chart()
  const inChart = (...panels: readonly ReactNode[]) =>
    createElement(
      AppServicesContext,
      { value: { newId: counting() } as unknown as AppServices },
      createElement(
        ToastContext,
        { value: {} as unknown as ToastApi },
        createElement(
          OpenChartContext,
          { value: { company: { others: () => [] } } as unknown as OpenChart },
          createElement(ChartContext, { value: held }, ...panels),
        ),
      ),
    )
  await LazyRiskGrading.ahead()
  const { prelude } = await prerender(
    inChart(
      <HeaderPanel key="h" />,
      ...now.steps.map((step) => <StepPanel key={step.id} step={step} />),
      ...now.flowlines.map((line) => <FlowlinePanel key={line.id} line={line} />),
    ),
  )
  return new Response(prelude).text()
}

/** Only how a step is placed, by view and edition, asks for places by hand: they would hide what the layout does. */
function baseFor(field: string): Chart {
  const chart = fullChart({ positions: field.endsWith('Position') })
  return field === 'title' || field === 'name' ? withoutPublicNames(chart) : chart
}

/** Where the public reads another name, it never sees the name itself. */
function withoutPublicNames(chart: Chart): Chart {
  const { publicTitle: _, ...header } = chart.header
  return { ...chart, header, posts: chart.posts.map(unnamed), steps: chart.steps.map(unnamed) }
}

function unnamed<T extends { readonly publicName?: string }>(thing: T): T {
  const { publicName, ...others } = thing
  return publicName === undefined ? thing : (others as T)
}

const bases = new Map<string, Promise<string>>()

async function tellsApart(surface: keyof typeof made, root: WalkedRoot, field: string): Promise<boolean> {
  const base = baseFor(field)
  const key = `${surface} ${JSON.stringify(base)}`
  if (!bases.has(key)) bases.set(key, Promise.resolve(made[surface](base)))
  return (await made[surface](saidOtherwise(base, root, field))) !== (await bases.get(key))
}

function isTold(root: WalkedRoot, field: string): boolean {
  const base = baseFor(field)
  const other = saidOtherwise(base, root, field)
  const sentences = differencesOf(base, other).map((each) =>
    sayDifference(each, namesFrom(base, other), 'whole'),
  )
  return sentences.length > 0 && sentences.every((sentence) => !new RegExp(`\\b${field}：`).test(sentence))
}

/** Values for the columns of a table; a column that is not named here holds a word. */
const cells: { readonly [F in TableField]?: string } = {
  number: '1',
  name: '受理',
  kind: '判断',
  limit: '5个工作日',
  statutory: '20个工作日',
  next: '2（同意）',
  level: '高',
  category: '业务流程',
  basis: '《行政许可法》第三十二条',
  materials: '申请表',
  documents: '受理通知书',
  duty: '审核',
  internal: '是',
  public: '否',
}
const above = [
  ['事项名称', '食品许可'],
  ['填报单位', '某局'],
  ['承办处室', '许可科'],
  ['职权编码', 'A1'],
  ['法定期限', '20个工作日'],
  ['承诺期限', '5个工作日'],
  ['咨询电话', '0551-1'],
  ['监督电话', '0551-2'],
  ['办理地点', '大厅'],
  ['办公时间', '工作日'],
  ['编制人', '某人'],
] as const

function imported(): Chart {
  const fields = Object.keys(headingWords) as TableField[]
  const rows = [
    ...above,
    fields.map((field) => headingWords[field][0]),
    fields.map((field) => cells[field] ?? `甲${headingWords[field][0]}`),
    fields.map((field) => (field === 'number' ? '2' : field === 'name' ? '办结' : '')),
  ]
  const { chart } = readTable(readTsv(rows.map((row) => row.join('\t')).join('\n')), counting())
  return chart!
}

const rich = imported()
const bare = readTable(readTsv('序号\t环节名称\n1\t审查'), counting()).chart!

function isImported(root: WalkedRoot, field: string): boolean {
  const valueIn = (chart: Chart): unknown => {
    const thing: object = root === 'header' ? chart.header : (chart[root][0] ?? {})
    return Object.entries(thing).find(([name]) => name === field)?.[1]
  }
  const value = valueIn(rich)
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(valueIn(bare))
}

async function isShown(surface: Surface, root: WalkedRoot, field: string): Promise<boolean> {
  if (surface === 'tableImport') return isImported(root, field)
  if (surface === 'history') return isTold(root, field)
  return tellsApart(surface, root, field)
}

describe('[MF1] every surface shows or declines every field, as its row says', () => {
  const rows = Object.entries(walked).flatMap(([root, fields]) =>
    Object.entries(fields).map(([field, row]) => ({ root: root as WalkedRoot, field, row })),
  )

  it.each(rows)('$root.$field is decided on each surface once', ({ row }) => {
    expect([...row.shows, ...row.declines].sort()).toEqual([...surfaces].sort())
  })

  it.each(surfaces)('%s', { timeout: 240_000 }, async (surface) => {
    const wrong: string[] = []
    for (const { root, field, row } of rows) {
      const shown = await isShown(surface, root, field)
      if (shown !== row.shows.includes(surface))
        wrong.push(`${root}.${field}: ${shown ? 'shown' : 'not shown'}`)
    }
    expect(wrong).toEqual([])
  })
})
