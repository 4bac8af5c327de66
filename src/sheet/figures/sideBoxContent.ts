/**
 * What stands in the boxes beside a step in the three columns: its risks, numbered, and its
 * measures under the numbers of the risks that they answer. Every place is relative to the box.
 */
import type { Size } from '../../layout/arrangement.ts'
import type { Chart, Id, Measure, Risk } from '../../model/chart.ts'
import { sideBoxWords } from '../../text/paper/paper.ts'
import { textWidthOf } from '../textWidth.ts'
import { brokenLines } from '../lineBreak.ts'
import { sideLook, sideTitleLook, smallLook, type LineLook } from './look.ts'
import { levelOf, riskMarkOf, markWidth, type RiskMark } from './riskMark.ts'

export interface SideLine {
  readonly text: string
  readonly look: LineLook
  readonly x: number
  readonly middle: number
}

export interface SideMark {
  readonly mark: RiskMark
  readonly x: number
  readonly middle: number
}

export interface SideBoxContent extends Size {
  readonly lines: readonly SideLine[]
  readonly marks: readonly SideMark[]
  /** Middles of the bullets before measures. */
  readonly bullets: readonly { readonly x: number; readonly middle: number }[]
}

const sideBoxWidth = 272
const padding = 11
const rowGap = 6
const columnGap = 6
const bulletColumn = 11

/** Null where the step has none. */
export function sideBoxContent(
  step: Id,
  side: 'risks' | 'measures',
  chart: Chart,
  width: number = sideBoxWidth,
): SideBoxContent | null {
  const risks = chart.risks.filter((risk) => risk.step === step)
  const name = chart.steps.find((one) => one.id === step)?.name ?? ''
  if (side === 'risks') return risks.length === 0 ? null : riskRows(name, risks, chart, width)
  const measures = numberedMeasures(risks, chart.measures)
  return measures.length === 0 ? null : measureRows(name, measures, width)
}

interface Column {
  readonly x: number
  readonly width: number
}

function titleLines(name: string, width: number): readonly SideLine[] {
  return placed(name, { x: padding, width: width - 2 * padding }, padding, sideTitleLook)
}

function placed(text: string, column: Column, top: number, look: LineLook): readonly SideLine[] {
  return brokenLines(text, column.width, look).map((line, i) => ({
    text: line,
    look,
    x: column.x,
    middle: top + (i + 0.5) * look.lineHeight,
  }))
}

function below(lines: readonly SideLine[]): number {
  const last = lines.at(-1)
  return last === undefined ? 0 : last.middle + last.look.lineHeight / 2
}

function riskRows(name: string, risks: readonly Risk[], chart: Chart, width: number): SideBoxContent {
  const title = titleLines(name, width)
  const marks = risks.map((risk) => riskMarkOf(levelOf(risk.level, chart)))
  const numberWidth = widest(risks.map((_, i) => sideBoxWords.numbered(i + 1)))
  const markAt = padding + numberWidth + columnGap
  const textAt = markAt + Math.max(...marks.map((mark) => markWidth(mark, 1))) + columnGap
  const column = { x: textAt, width: width - padding - textAt }
  const lines: SideLine[] = [...title]
  const placedMarks: SideMark[] = []
  let top = below(title) + rowGap
  risks.forEach((risk, i) => {
    const middle = top + sideLook.lineHeight / 2
    const responsible = sideBoxWords.responsible(risk.responsible, risk.leader)
    const text = placed(risk.text, column, top, sideLook)
    const rest = placed(responsible, column, Math.max(below(text), top + sideLook.lineHeight), smallLook)
    lines.push({ text: sideBoxWords.numbered(i + 1), look: sideLook, x: padding, middle }, ...text, ...rest)
    placedMarks.push({ mark: marks[i]!, x: markAt, middle })
    top = Math.max(below(text), below(rest), top + sideLook.lineHeight) + rowGap
  })
  return { width, height: top - rowGap + padding, lines, marks: placedMarks, bullets: [] }
}

interface NumberedMeasure {
  readonly text: string
  /** Who carries it out, and when. */
  readonly carriedOut: string
  /** 1. or 1、3. */
  readonly numbers: string
}

/** Sorted by the first risk that each answers; among those of one risk, in their own order. */
function numberedMeasures(risks: readonly Risk[], measures: readonly Measure[]): readonly NumberedMeasure[] {
  return measures
    .filter((measure) => measure.text.trim() !== '')
    .map((measure) => ({
      text: measure.text,
      carriedOut: sideBoxWords.carriedOut(measure.responsible, measure.schedule),
      numbers: risks.flatMap((risk, i) => (measure.risks.includes(risk.id) ? [i + 1] : [])),
    }))
    .filter(({ numbers }) => numbers.length > 0)
    .sort((a, b) => a.numbers[0]! - b.numbers[0]! || a.numbers.length - b.numbers.length)
    .map(({ numbers, ...measure }) => ({ ...measure, numbers: sideBoxWords.numbers(numbers) }))
}

function measureRows(name: string, measures: readonly NumberedMeasure[], width: number): SideBoxContent {
  const title = titleLines(name, width)
  const bulletAt = padding + widest(measures.map(({ numbers }) => numbers)) + columnGap
  const textAt = bulletAt + bulletColumn
  const column = { x: textAt, width: width - padding - textAt }
  const lines: SideLine[] = [...title]
  const bullets: { readonly x: number; readonly middle: number }[] = []
  let top = below(title) + rowGap
  measures.forEach(({ text, carriedOut, numbers }, i) => {
    const same = measures[i - 1]?.numbers === numbers
    if (same) top -= rowGap / 2
    const middle = top + sideLook.lineHeight / 2
    if (!same) lines.push({ text: numbers, look: sideLook, x: padding, middle })
    const rows = placed(text, column, top, sideLook)
    const rest = placed(carriedOut, column, Math.max(below(rows), top + sideLook.lineHeight), smallLook)
    lines.push(...rows, ...rest)
    bullets.push({ x: bulletAt + 2, middle })
    top = Math.max(below(rows), below(rest), top + sideLook.lineHeight) + rowGap
  })
  return { width, height: top - rowGap + padding, lines, marks: [], bullets }
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidthOf(text, sideLook.size, sideLook.weight)))
}
