/** Sets the text of a step in lines and computes the box that it needs. */
import type { BoxSetting, Size } from '../../layout/arrangement.ts'
import type { Chart, Step, StepKind, View } from '../../model/chart.ts'
import { plainFieldsOn } from '../../model/fields/chartFields.ts'
import { stepWords } from '../../text/paper/paper.ts'
import { textWidthOf } from '../textWidth.ts'
import { brokenLines, brokenList, longestPiece } from '../lineBreak.ts'
import { markOverhang, nameLook, smallLook, type LineLook } from './look.ts'
import { gravestMark, markWidth } from './riskMark.ts'
import { waveDepth } from './shapes.ts'

export interface ContentLine {
  readonly text: string
  readonly look: LineLook
}

export interface StepContent extends Size {
  readonly lines: readonly ContentLine[]
}

/** Between the name and what stands under it. */
const nameGap = 3
interface Air {
  /** Above and below the text. */
  readonly padding: number
  /** From the outline to the text, left and right. */
  readonly inset: { readonly [kind in Exclude<StepKind, 'decision'>]: number }
  readonly leastHeight: number
}
/** On paper boxes are closer around their text than on the canvas: the room goes into the text. */
const canvasAir: Air = {
  padding: 10,
  inset: { process: 12, document: 12, subprocess: 20, terminator: 20 },
  leastHeight: 44,
}
const pageAir: Air = {
  padding: 7,
  inset: { process: 8, document: 8, subprocess: 15, terminator: 16 },
  leastHeight: 38,
}

/** `boxes` where the arrangement chose them for its page; else the canvas's. */
export function stepContent(step: Step, chart: Chart, view: View, boxes?: BoxSetting): StepContent {
  const usual = boxWidth(step, boxes === undefined ? widths[view] : widthsOf(step, boxes))
  const width = Math.max(usual, besideMark(step, chart))
  if (step.kind === 'decision')
    return decisionContent(step, chart, { view, width, steep: boxes?.diamonds === 'steep' })
  if (step.kind === 'terminator' && boxes !== undefined) return flatTerminator(step, chart, view, width)
  const { inset, leastHeight } = boxes === undefined ? canvasAir : pageAir
  const lines = linesIn(width - 2 * inset[step.kind], step, chart, view)
  const padding = boxes === undefined ? canvasAir.padding : pagePadding(lines, width, step, chart)
  const depth = step.kind === 'document' ? waveDepth * 0.7 : 0
  const height = even(Math.max(leastHeight, linesHeight(lines) + 2 * padding + depth))
  const isRound = step.kind === 'terminator'
  const own = isRound ? terminatorWidth(lines, width, inset.terminator) : width
  return { lines, height, width: Math.max(own, besideMark(step, chart)) }
}

/** A rounded box that is nearly as high as it is wide looks like a ball: it gets wider instead. */
function flatTerminator(step: Step, chart: Chart, view: View, least: number): StepContent {
  const { inset, leastHeight } = pageAir
  for (let width = least; ; width += nameLook.size) {
    const lines = linesIn(width - 2 * inset.terminator, step, chart, view)
    const own = Math.max(terminatorWidth(lines, width, inset.terminator), besideMark(step, chart))
    const padding = pagePadding(lines, own, step, chart)
    const height = even(Math.max(leastHeight, linesHeight(lines) + 2 * padding))
    if (height <= 0.7 * own || width >= widestTerminator) return { lines, height, width: own }
  }
}

const widestTerminator = 216

/** Where the first line reaches under the risk mark, the text stands as far below it as on the canvas. */
function pagePadding(lines: readonly ContentLine[], width: number, step: Step, chart: Chart): number {
  const gravest = gravestMark(step.id, chart)
  const [first] = lines
  if (gravest === null || first === undefined) return pageAir.padding
  const textEnd = (width + textWidthOf(first.text, first.look.size, first.look.weight)) / 2
  const markBegin = width + markOverhang - markWidth(gravest.mark, gravest.count)
  return textEnd > markBegin - markAir ? canvasAir.padding : pageAir.padding
}

const markAir = 4

/** The least width at which the risk mark leaves the middle of the upper side to a flowline and its arrow head. */
function besideMark(step: Step, chart: Chart): number {
  const gravest = gravestMark(step.id, chart)
  if (gravest === null || step.kind === 'decision') return 0
  return even(2 * (markWidth(gravest.mark, gravest.count) - markOverhang + arrowRoom))
}

/** Half of an arrow head, and air. */
const arrowRoom = 10

export function linesHeight(lines: readonly ContentLine[]): number {
  const text = lines.reduce((sum, line) => sum + line.look.lineHeight, 0)
  return text + (hasGap(lines) ? nameGap : 0)
}

/** The middle of each line, when the whole stands around `middle`. */
export function lineMiddles(lines: readonly ContentLine[], middle: number): readonly number[] {
  let top = middle - linesHeight(lines) / 2
  return lines.map((line, i) => {
    if (lines[i - 1]?.look === nameLook && line.look !== nameLook) top += nameGap
    top += line.look.lineHeight
    return top - line.look.lineHeight / 2
  })
}

function hasGap(lines: readonly ContentLine[]): boolean {
  return lines[0]?.look === nameLook && lines.at(-1)?.look !== nameLook
}

/** The posts (a lane says the first already), then how many people and how long. */
function linesIn(width: number, step: Step, chart: Chart, view: View): readonly ContentLine[] {
  const posts = view === 'lanes' ? besides(postNames(step, chart)) : postNames(step, chart)
  const small = [...brokenList(posts, width, smallLook), ...brokenLines(factsOf(step), width, smallLook)]
  return [
    ...brokenLines(step.name, width, nameLook).map((text) => ({ text, look: nameLook })),
    ...small.map((text) => ({ text, look: smallLook })),
  ]
}

function besides([, second, ...others]: readonly string[]): readonly string[] {
  return second === undefined ? [] : [stepWords.together(second), ...others]
}

function factsOf(step: Step): string {
  const facts = [
    ...(step.persons === undefined ? [] : [stepWords.persons(step.persons)]),
    ...(step.timeLimit === undefined ? [] : [step.timeLimit.wording]),
    ...plainFieldsOn('paper').flatMap((field) => step[field] ?? []),
  ]
  return facts.length === 0 ? '' : stepWords.inBrackets(facts)
}

export function postNames(step: Step, chart: Chart): readonly string[] {
  return (step.posts ?? []).flatMap((id) => chart.posts.find((post) => post.id === id)?.name ?? [])
}

/**
 * One width for all boxes of a view, whatever the chart, so that columns look even and one
 * step more never moves the others; a name that would fill more than four lines gets room.
 */
const widths = { flow: [168, 216], columns: [168, 216], lanes: [152, 200] } as const
const mostNameLines = 4

/** The wide ones are wider by the same share as on the canvas. */
function widthsOf({ id }: Step, { width, ownWidths }: BoxSetting): readonly [number, number] {
  const own = ownWidths?.[id] ?? width
  return [own, even(own * 1.28)]
}

function boxWidth(step: Step, [usual, wide]: readonly [number, number]): number {
  const room = usual - 2 * canvasAir.inset.process
  return brokenLines(step.name, room, nameLook).length > mostNameLines ? wide : usual
}

/** Terminators have short names: they are narrower than other boxes. */
function terminatorWidth(lines: readonly ContentLine[], width: number, inset: number): number {
  const needed = Math.max(inset < canvasAir.inset.terminator ? 76 : 104, widestLine(lines) + 2 * inset)
  return needed > 0.85 * width ? width : even(needed)
}

function widestLine(lines: readonly ContentLine[]): number {
  return Math.max(0, ...lines.map(({ text, look }) => textWidthOf(text, look.size, look.weight)))
}

/** Slopes that a diamond may have, the flattest first. */
const slopes = [0.48, 0.54, 0.6, 0.66] as const
/** Where boxes are narrower than the canvas's, a diamond may be steeper too. */
const steeperSlopes = [...slopes, 0.76, 0.88] as const
const steepSlopes = [0.66, 0.76, 0.88, 1] as const
const narrow = 150

const widestDecisionText = 140

/** Fewer, longer lines are read more easily, even in a slightly larger diamond. */
const lineCost = 0.06

interface DecisionRoom {
  readonly view: View
  readonly width: number
  readonly steep: boolean
}

/** Of the ways to break the text, the one with the smallest diamond; wider than the boxes costs extra. */
function decisionContent(step: Step, chart: Chart, { view, width, steep }: DecisionRoom): StepContent {
  let best: (StepContent & { readonly cost: number }) | undefined
  const least = Math.min(
    widestDecisionText,
    Math.max(longestPiece(step.name, nameLook), longestPiece(factsOf(step), smallLook)),
  )
  const allowed = steep ? steepSlopes : width < narrow ? steeperSlopes : slopes
  for (let textWidth = 56; textWidth <= widestDecisionText; textWidth += nameLook.size) {
    if (textWidth < least) continue
    const lines = linesIn(textWidth, step, chart, view)
    for (const slope of allowed) {
      const size = diamondAround(lines, slope)
      const wider = Math.max(0, size.width - width) / width
      const area = size.width * size.height * (steep ? Math.sqrt(size.width) : 1)
      const cost = area * (1 + (width < narrow ? 2 : 1) * wider) * (1 + lineCost * lines.length)
      if (best === undefined || cost < best.cost) best = { ...size, lines, cost }
    }
  }
  return { lines: best!.lines, width: best!.width, height: best!.height }
}

/** Of the characters' ink above and below a line's middle, in em. */
const inkHalf = 0.46
/** Left and right of a line in a diamond. */
const diamondMargin = 8

function diamondAround(lines: readonly ContentLine[], slope: number): Size {
  const middles = lineMiddles(lines, 0)
  const widest = lines.map(({ text, look }, i) => {
    const half = textWidthOf(text, look.size, look.weight) / 2 + diamondMargin
    return 2 * half + (2 * (Math.abs(middles[i]!) + inkHalf * look.size)) / slope
  })
  const width = Math.ceil(Math.max(112, ...widest) / 8) * 8
  return { width, height: Math.ceil((width * slope) / 4) * 4 }
}

function even(length: number): number {
  return Math.ceil(length / 2) * 2
}

/** The middle of the text, in a box so high: a document's wave takes its part of the box. */
export function textMiddle(kind: StepKind, height: number): number {
  return kind === 'document' ? (height - waveDepth * 0.7) / 2 : height / 2
}
