/** The twenty charts of test/fixtures/flows, as charts; and a measure that needs no fonts. */
import { readdirSync, readFileSync } from 'node:fs'
import type { StepMeasure } from '../../src/layout/measure.ts'
import type { Size } from '../../src/layout/arrangement.ts'
import type { Chart, Flowline, Measure as Remedy, Post, Risk, Step, StepKind } from '../../src/model/chart.ts'
import { highMediumLow } from '../../src/model/grading.ts'

interface FlowFile {
  readonly title: string
  readonly unit?: string
  readonly steps: readonly {
    readonly id: string
    readonly name: string
    readonly kind: 'start' | 'end' | 'step' | 'decision' | 'document'
    readonly post?: string
    readonly risks?: readonly { readonly text: string; readonly measures?: readonly string[] }[]
  }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label?: string }[]
}

const kinds = {
  start: 'terminator',
  end: 'terminator',
  step: 'process',
  decision: 'decision',
  document: 'document',
} as const satisfies Record<string, StepKind>

const folder = new URL('../fixtures/flows/', import.meta.url)

export const flowNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5))
  .sort()

const charts = new Map<string, Chart>()

/** The same chart each time it is asked for: nothing that reads a chart changes it. */
export function flow(name: string): Chart {
  const read = () => chartFrom(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as FlowFile)
  const chart = charts.get(name) ?? read()
  charts.set(name, chart)
  return chart
}

const order = (index: number): string => String(index).padStart(6, '0')

const postsOf = (post: string | undefined): string[] =>
  (post ?? '')
    .split(/[、;；/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

function chartFrom(file: FlowFile): Chart {
  const names = [...new Set(file.steps.flatMap((step) => postsOf(step.post)))]
  const posts = names.map((name, index): Post => ({ id: `p${index}`, order: order(index), name }))
  const steps = file.steps.map((step, index): Step => {
    const held = postsOf(step.post).map((name) => `p${names.indexOf(name)}`)
    return {
      id: step.id,
      order: order(index),
      kind: kinds[step.kind],
      name: step.name,
      ...(held.length > 0 ? { posts: held } : {}),
    }
  })
  const flowlines = file.edges.map((edge, index): Flowline => {
    const { from, to, label } = edge
    return { id: `f${index}`, order: order(index), from, to, ...(label ? { label } : {}) }
  })
  const risks: Risk[] = []
  const measures: Remedy[] = []
  for (const step of file.steps) {
    for (const risk of step.risks ?? []) {
      const id = `r${risks.length}`
      risks.push({ id, order: order(risks.length), step: step.id, text: risk.text })
      for (const text of risk.measures ?? []) {
        measures.push({ id: `m${measures.length}`, order: order(measures.length), text, risks: [id] })
      }
    }
  }
  return { header: { title: file.title }, posts, steps, flowlines, risks, measures, grading: highMediumLow }
}

const lines = (text: string, perLine: number): number => Math.max(1, Math.ceil(text.length / perLine))

function textSize(text: string, perLine: number, em: number): Size {
  return { width: Math.min(text.length, perLine) * em, height: lines(text, perLine) * Math.round(em * 1.4) }
}

/** 14 units a character, nine to a line. */
export const plainMeasure: StepMeasure = {
  step: (step) => {
    const text = textSize(step.name, step.kind === 'decision' ? 7 : 9, 14)
    if (step.kind !== 'decision') return { width: Math.max(110, text.width + 26), height: text.height + 18 }
    // The corners of a diamond hold no text: it is to fit in the middle.
    return { width: Math.max(130, text.width * 1.35 + 40), height: text.height * 1.6 + 34 }
  },
  label: (text) => {
    const { width, height } = textSize(text, 12, 12)
    return { width: width + 4, height }
  },
  laneHead: (name, width) => 16 + 20 * lines(name, Math.max(1, Math.floor((width - 16) / 14))),
  laneWidth: (name) => Math.max(110, Math.min(name.length, 6) * 14 + 20),
  sideBox: (step, side, chart) => {
    const risks = chart.risks.filter((risk) => risk.step === step)
    const ids = new Set(risks.map((risk) => risk.id))
    const texts =
      side === 'risks'
        ? risks.map((risk) => risk.text)
        : chart.measures.filter((one) => one.risks.some((id) => ids.has(id))).map((one) => one.text)
    if (texts.length === 0) return null
    return { width: 220, height: 16 + texts.reduce((sum, text) => sum + 18 * lines(text, 16), 0) }
  },
}

/** Sizes that vary with the name, so that nothing rests on all steps being alike. */
export const variedMeasure: StepMeasure = {
  ...plainMeasure,
  step: (step, chart, view) => {
    const { width, height } = plainMeasure.step(step, chart, view)
    const whim = step.id.charCodeAt(step.id.length - 1) + step.name.length
    return { width: width + (whim % 5) * 17, height: height + (whim % 3) * 11 }
  },
  label: (text) => {
    const { width, height } = plainMeasure.label(text)
    return { width: width * 1.3, height: height * 1.5 }
  },
}
