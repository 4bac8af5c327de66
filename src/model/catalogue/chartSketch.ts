/**
 * A chart as a few letters, from which a list draws a picture as large as a stamp: so that no list
 * opens a chart. Steps stand in ranks (distance from a beginning), in the order of the chart.
 */
import type { Chart, Id, StepKind } from '../chart.ts'

export interface ChartSketch {
  readonly steps: readonly SketchedStep[]
  /** Indices into `steps`. */
  readonly lines: readonly (readonly [from: number, to: number])[]
}

export interface SketchedStep {
  readonly kind: StepKind
  readonly rank: number
  /** Place within the rank, from 0. */
  readonly place: number
}

/** Steps beyond these are left out: a stamp shows no more. */
const mostSteps = 36

/** Flowlines in all. */
const mostLines = 54

const letters: { readonly [K in StepKind]: string } = {
  terminator: 't',
  process: 'p',
  decision: 'd',
  document: 'w',
  subprocess: 's',
}

const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as StepKind]))

/** `t0 p1 d2|0-1 1-2`: kind and rank of each step, then the flowlines. */
export function sketchOf({ steps, flowlines }: Pick<Chart, 'steps' | 'flowlines'>): string {
  const shown = steps.slice(0, mostSteps)
  const index = new Map(shown.map(({ id }, at) => [id, at]))
  const lines = flowlines
    .flatMap(({ from, to }) => (index.has(from) && index.has(to) ? [{ from, to }] : []))
    .slice(0, mostLines)
  const rank = ranksOf(
    shown.map(({ id }) => id),
    lines,
  )
  const figures = shown.map(({ id, kind }) => `${letters[kind]}${rank.get(id)!}`)
  return `${figures.join(' ')}|${lines.map(({ from, to }) => `${index.get(from)!}-${index.get(to)!}`).join(' ')}`
}

/** Reads what `sketchOf` wrote; what cannot be read is left out. */
export function readSketch(written: string): ChartSketch {
  const [figures = '', lines = ''] = written.split('|')
  const filled = new Map<number, number>()
  const steps = figures.split(' ').flatMap((figure): readonly SketchedStep[] => {
    const kind = kinds.get(figure.charAt(0))
    const rank = Number(figure.slice(1))
    if (kind === undefined || !Number.isInteger(rank) || rank < 0 || rank > mostSteps) return []
    const place = filled.get(rank) ?? 0
    filled.set(rank, place + 1)
    return [{ kind, rank, place }]
  })
  const found = lines.split(' ').flatMap((line): readonly (readonly [number, number])[] => {
    const [from = -1, to = -1] = line.split('-').map(Number)
    return steps[from] && steps[to] ? [[from, to]] : []
  })
  return { steps: steps.slice(0, mostSteps), lines: found.slice(0, mostLines) }
}

/** Breadth first from the steps without a way in, or the first step; what nothing reaches follows. */
function ranksOf(ids: readonly Id[], lines: readonly { readonly from: Id; readonly to: Id }[]) {
  const rank = new Map<Id, number>()
  const entered = new Set(lines.map(({ to }) => to))
  const begin = (id: Id, at: number) => {
    if (rank.has(id)) return
    rank.set(id, at)
    const queue = [id]
    for (const next of queue)
      for (const { from, to } of lines) {
        if (from !== next || rank.has(to)) continue
        rank.set(to, rank.get(next)! + 1)
        queue.push(to)
      }
  }
  for (const id of ids) if (!entered.has(id)) begin(id, 0)
  for (const id of ids) begin(id, 0)
  return rank
}
