import { unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exchangeFormatNames,
  exchangeFormats,
  leftBehind,
  type ExchangeFormat,
} from '../../src/exchange/exchangeFile.ts'
import { fittedTexts } from '../../src/exchange/office/fittedTexts.ts'
import { plainScene, type PlainScene } from '../../src/exchange/plainScene.ts'
import { readTableFile } from '../../src/files/readTableFile.ts'
import { readTable } from '../../src/files/tableReading/readTable.ts'
import { isDrawn, readDrawnChart } from '../../src/files/drawnChart/readDrawnChart.ts'
import type { Chart, View } from '../../src/model/chart.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { counter } from '../files/counter.ts'
import { whereFound } from '../sheet/publicOutputs.ts'
import { canary, secretChart } from '../sheet/secretChart.ts'
import { chartOf } from '../support/chartOf.ts'
import { contentOf, realChart } from '../support/sheets.ts'

async function sceneOf(chart: Chart, view: View = 'lanes'): Promise<PlainScene> {
  const { edition, arrangement } = await contentOf({ name: 'internal', chart }, view)
  return plainScene(edition, arrangement)
}

const written = (format: ExchangeFormat, scene: PlainScene): string | Uint8Array =>
  exchangeFormats[format].write(scene)

function readBack(format: ExchangeFormat, scene: PlainScene): Chart {
  const file = written(format, scene)
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const reading = readDrawnChart(bytes, `x.${exchangeFormats[format].ending}`, { newId: counter() })
  if (!reading || !isDrawn(reading)) throw new Error(`${format} is not read`)
  return reading.chart
}

const marks = ({ steps }: Chart) =>
  steps.map(({ name, parallel, phase }) => [name, parallel, phase].join(' ')).toSorted()

function told({ steps, posts, flowlines }: Chart) {
  const names = new Map(steps.map(({ id, name }) => [id, name]))
  const posted = new Map(posts.map(({ id, name }) => [id, name]))
  return {
    steps: steps
      .map(({ name, kind, posts: of = [], timeLimit }) =>
        [name, kind, of.map((post) => posted.get(post)).join('、'), timeLimit?.wording ?? ''].join('|'),
      )
      .toSorted(),
    flowlines: flowlines
      .map(({ from, to, label }) => `${names.get(from)}→${names.get(to)} ${label ?? ''}`)
      .toSorted(),
  }
}

const namesOf = ({ steps }: Chart) => steps.map(({ name }) => name).toSorted()

const risksOf = ({ risks, measures }: Chart) =>
  risks.map(({ id, text, level }) => [
    text,
    level,
    ...measures.filter((measure) => measure.risks.includes(id)).map((measure) => measure.text),
  ])

describe('files for other programs', () => {
  it('[EX1] hold nothing internal of an external edition', async () => {
    for (const chart of fc.sample(secretChart, { numRuns: 3, seed: 11 })) {
      const publicChart = externalEdition(chart, {})
      const { edition, arrangement } = await contentOf({ name: 'external', chart: publicChart }, 'lanes')
      const scene = plainScene(edition, arrangement)
      const files = exchangeFormatNames.map((name) => [name, written(name, scene)] as const)
      expect(whereFound(canary, Object.fromEntries(files))).toEqual([])
    }
  })

  it.each(['04', '20'])('[EX2] BPMN of %s is read back without a difference', async (name) => {
    const chart = realChart(name)
    const scene = await sceneOf(chart)
    for (const format of ['bpmn', 'bpmn-flowable', 'bpmn-camunda8'] as const)
      expect(told(readBack(format, scene)), format).toEqual(told(chart))
  })

  it('[EX2] BPMN is read back with each risk, its level and its own measures', async () => {
    const chart = realChart('13')
    expect(risksOf(readBack('bpmn', await sceneOf(chart)))).toEqual(risksOf(chart))
  })

  it('[EX2] 并行 and 阶段 come back from BPMN, draw.io, Visio and the tables', async () => {
    const chart = chartOf('受理 → 分送 → 规划审 → 汇总 → 办结；分送 → 消防审 → 汇总', {
      受理: { phase: '受理阶段' },
      分送: { parallel: 'fork', phase: '审查阶段' },
      汇总: { parallel: 'join' },
    })
    const scene = await sceneOf(chart)
    for (const format of ['bpmn', 'bpmn-flowable', 'drawio', 'vsdx'] as const)
      expect(marks(readBack(format, scene)), format).toEqual(marks(chart))
    for (const format of ['csv', 'xlsx'] as const) {
      const file = written(format, scene)
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
      const table = readTable(await readTableFile(bytes), counter()).chart!
      expect(marks(table).join(), format).toContain('分送 fork 审查阶段')
    }
    expect(leftBehind('mermaid', scene)).toContain('facts')
  })

  it('[EX3] shapes, draw.io and Mermaid are read back, every step and flowline', async () => {
    const chart = realChart('11')
    const scene = await sceneOf(chart, 'flow')
    for (const format of ['docx', 'pptx', 'xlsx', 'drawio', 'vsdx', 'mermaid'] as const) {
      expect(namesOf(readBack(format, scene)), format).toEqual(namesOf(chart))
      expect(told(readBack(format, scene)).flowlines, format).toEqual(told(chart).flowlines)
    }
  })

  it('[EX3] a step without a post, and brackets that are a part of a name, come back from lanes', async () => {
    const flow = chartOf('申请（窗口/网上） → 分送 → 审查（科长、副科长）', {
      '申请（窗口/网上）': { posts: ['窗口岗'] },
      '审查（科长、副科长）': { posts: ['审查岗'] },
    })
    const posts = ['窗口岗', '审查岗'].map((name, at) => ({ id: name, name, order: `a${at}` }))
    const chart = { ...flow, posts }
    const scene = await sceneOf(chart)
    for (const format of ['docx', 'pptx', 'xlsx', 'drawio', 'vsdx'] as const)
      expect(told(readBack(format, scene)), format).toEqual(told(chart))
  })

  it('[EX3] connectors are glued to shapes that are there', async () => {
    const scene = await sceneOf(realChart('20'), 'flow')
    const slide = new TextDecoder().decode(
      unzipSync(written('pptx', scene) as Uint8Array)['ppt/slides/slide1.xml'],
    )
    const ids = new Set([...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id))
    const glued = [...slide.matchAll(/<a:(?:st|end)Cxn id="(\d+)"/g)].map(([, id]) => id)
    expect(glued.length).toBeGreaterThan(scene.lines.length)
    expect(glued.filter((id) => !ids.has(id))).toEqual([])
  })

  it('[EX3] Visio connectors are glued to points of shapes that are there, and masters are', async () => {
    const scene = await sceneOf(realChart('20'))
    const parts = unzipSync(written('vsdx', scene) as Uint8Array)
    const textOf = (name: string) => new TextDecoder().decode(parts[name])
    const page = textOf('visio/pages/page1.xml')
    const points = new Map(
      page
        .split('<Shape ')
        .slice(1)
        .map((shape) => [/ID="(\d+)"/.exec(shape)![1], shape.match(/T="Connection"/g)?.length ?? 0]),
    )
    const glued = [...page.matchAll(/ToSheet="(\d+)" ToCell="Connections.X(\d+)"/g)]
    expect(glued).toHaveLength(2 * scene.lines.length)
    expect(glued.filter(([, sheet, row]) => Number(row) > (points.get(sheet) ?? 0))).toEqual([])
    const masters = new Set(
      [...textOf('visio/masters/masters.xml').matchAll(/<Master ID="(\d+)"/g)].map(([, id]) => id),
    )
    expect([...page.matchAll(/Master="(\d+)"/g)].filter(([, id]) => !masters.has(id))).toEqual([])
    const types = textOf('[Content_Types].xml')
    const named = Object.keys(parts).filter(
      (name) => /(?<!document|_rels\/.*)\.xml$/.test(name) && name !== '[Content_Types].xml',
    )
    expect(named.filter((name) => !types.includes(`PartName="/${name}"`))).toEqual([])
  })

  it('[EX10] the web page is one file that loads nothing and has every step, linked from the drawing', async () => {
    const scene = await sceneOf(realChart('11'), 'flow')
    const page = written('html', scene) as string
    const links = [...page.matchAll(/<a href="#(s\d+)"/g)].map(([, id]) => id)
    const rows = [...page.matchAll(/<tr id="(s\d+)"/g)].map(([, id]) => id)
    expect(new Set(links)).toEqual(new Set(scene.steps.map(({ id }) => id)))
    expect(rows).toEqual(scene.steps.map(({ id }) => id))
    expect(page).toContain("default-src 'none'")
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /(?:src|href)="(?!#)|https?:|url\(|@import/,
    )
    const svg = written('web-svg', scene) as string
    expect(svg).toMatch(/<title>[^<]+<\/title>\s*<desc>[^<]+<\/desc>/)
  })

  it('[EX8] the table comes back from CSV: steps, kinds, posts, limits, flowlines and risks', async () => {
    for (const name of ['04', '13']) {
      const chart = realChart(name)
      const csv = written('csv', await sceneOf(chart)) as string
      const reading = readTable(await readTableFile(new TextEncoder().encode(csv), '表.csv'), counter())
      expect(told(reading.chart!), name).toEqual(told(chart))
      expect(reading.chart!.risks.map(({ text }) => text)).toEqual(chart.risks.map(({ text }) => text))
    }
  })

  it('[EX8] nothing in a cell is a formula, or breaks out of its table', async () => {
    const odd = '=HYPERLINK("x")|<script>'
    const chart = chartOf('申请 → 办结', { 办结: { note: `${odd}\n第二行` } })
    const scene = await sceneOf(chart, 'flow')
    expect(written('csv', scene)).toContain('" =HYPERLINK(""x"")|<script>')
    const markdown = written('markdown', scene) as string
    expect(markdown).not.toContain('<script>')
    expect(new Set(markdown.match(/^\|.*$/gm)?.map((line) => line.match(/(?<!\\)\|/g)?.length)).size).toBe(1)
  })

  it('[EX4] one plain start, named exits, conditions but on the default; no due date of workdays', async () => {
    const chart = chartOf('申请 → 是否齐全；是否齐全 -齐全→ 办结；是否齐全 -不齐→ 补正；补正 → 申请', {
      申请: {
        kind: 'terminator',
        timeLimit: {
          kind: 'span',
          wording: '5个工作日',
          counts: true,
          bound: 'atMost',
          amount: 5,
          unit: 'workday',
        },
      },
      是否齐全: { kind: 'decision' },
      补正: {
        timeLimit: { kind: 'span', wording: '3天', counts: true, bound: 'atMost', amount: 3, unit: 'day' },
      },
      办结: { kind: 'terminator' },
    })
    const bpmn = written('bpmn-flowable', await sceneOf(chart)) as string
    expect(bpmn.match(/<startEvent /g)).toHaveLength(1)
    expect(bpmn.match(/<endEvent /g)).toHaveLength(1)
    const start = /<startEvent id="(\w+)"/.exec(bpmn)?.[1]
    expect(bpmn).not.toContain(`targetRef="${start}"`)
    expect(bpmn.match(/<conditionExpression/g)).toHaveLength(1)
    expect([...bpmn.matchAll(/dueDate="(\w+)"/g)].map(([, due]) => due)).toEqual(['P3D'])
    expect(written('bpmn', await sceneOf(chart))).not.toContain('conditionExpression')
  })

  it('[EX5] what a file will not hold is said, if the chart has it', async () => {
    const plain = await sceneOf(chartOf('申请 → 办结'), 'flow')
    expect(leftBehind('pptx', plain)).toEqual([])
    const rich = await sceneOf(chartOf('申请 → 办结', { 申请: { materials: ['表'] } }), 'flow')
    expect(leftBehind('pptx', rich)).toContain('facts')
    expect(leftBehind('bpmn', rich)).not.toContain('facts')
  })

  it('[EX7] text is smaller where a shape leaves it too little room, and not where there is enough', () => {
    const box = { x: 0, y: 0, width: 1_200_000, height: 500_000 }
    const sizes = (words: string, preset: string) =>
      fittedTexts([{ words, size: 10 }], box, preset).map(({ size }) => size)
    expect(sizes('是否齐全', 'flowChartDecision')).toEqual([10])
    expect(sizes('申请材料是否齐全并且符合法定形式', 'flowChartProcess')).toEqual([10])
    const [small] = sizes('申请材料是否齐全并且符合法定形式', 'flowChartDecision')
    expect(small).toBeLessThan(8)
  })

  it('[EX6] whatever a person wrote is escaped', async () => {
    const odd = `甲"]-->乙<b>&'|#35;{x}`
    const chart = chartOf('申请 → 办结', { 申请: { publicName: odd } })
    const named = {
      ...chart,
      steps: chart.steps.map((step, at) => (at === 0 ? { ...step, name: odd } : step)),
    }
    const scene = await sceneOf(named, 'flow')
    for (const format of ['bpmn', 'pptx', 'mermaid'] as const)
      expect(namesOf(readBack(format, scene)), format).toEqual([odd, '办结'].toSorted())
    for (const format of exchangeFormatNames)
      expect(written(format, scene), format).toEqual(written(format, scene))
  })
})
