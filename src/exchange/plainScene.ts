/**
 * What every other program is told of a chart: steps, flowlines and lanes with places, in plain words.
 * Made of an edition, so that an external one holds only what its allow-list names; ids are counted
 * anew. Lengths are units of the arrangement (0.25 mm).
 */
import type { Arrangement, Point, Rect } from '../layout/arrangement.ts'
import type { Chart, Id, Parallel, Risk, Step, StepKind, View } from '../model/chart.ts'
import { withoutInvisible } from '../model/invisible.ts'
import type { Edition } from '../model/editions/edition.ts'
import { drawArrangement } from '../sheet/drawArrangement.ts'
import type { DisplayItem } from '../sheet/displayList.ts'
import { headerFacts, phoneFacts } from '../sheet/page/facts.ts'
import type { TimeLimit } from '../model/time/timeLimit.ts'

export interface PlainRisk {
  readonly text: string
  /** Name of its level. */
  readonly level?: string
  readonly measures: readonly string[]
}

export interface PlainStep {
  /** s1, s2 … */
  readonly id: string
  readonly name: string
  readonly kind: StepKind
  readonly posts: readonly string[]
  readonly limit?: TimeLimit
  readonly basis: readonly string[]
  readonly materials: readonly string[]
  readonly documents: readonly string[]
  readonly place?: string
  readonly phase?: string
  readonly persons?: number
  readonly note?: string
  readonly internal: boolean
  readonly parallel?: Parallel
  readonly risks: readonly PlainRisk[]
  readonly box: Rect
}

export interface PlainLine {
  /** f1, f2 … */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  readonly points: readonly Point[]
  readonly labelBox?: Rect
  /** Runs against the flow; drawn dashed. */
  readonly isReturn: boolean
}

export interface PlainLane {
  /** p1, p2 … */
  readonly id: string
  /** Empty for steps without a post. */
  readonly name: string
  readonly box: Rect
  readonly head: number
  /** Ids of its steps. */
  readonly steps: readonly string[]
}

/** 承办处室、职权编码、监督电话 … */
export interface PlainFact {
  readonly label: string
  readonly value: string
}

export interface PlainScene {
  readonly title: string
  readonly unit?: string
  readonly facts: readonly PlainFact[]
  readonly edition: Edition['name']
  readonly width: number
  readonly height: number
  /** Lanes are rows where the flow runs right. */
  readonly direction: 'down' | 'right'
  readonly steps: readonly PlainStep[]
  readonly lines: readonly PlainLine[]
  /** Empty in a view without lanes. */
  readonly lanes: readonly PlainLane[]
  /** As the sheet draws it, for what shows a picture. */
  readonly drawing: readonly DisplayItem[]
}

/** The arrangement must be of this edition's chart. */
export function plainScene(edition: Edition, arrangement: Arrangement): PlainScene {
  const { chart, name } = edition
  const ids = new Map(chart.steps.map(({ id }, at) => [id, `s${at + 1}`]))
  const unit = chart.header.unit
  return {
    title: plain(chart.header.title),
    ...(unit !== undefined && { unit: plain(unit) }),
    facts: factsOf(edition),
    edition: name,
    width: arrangement.width,
    height: arrangement.height,
    direction: arrangement.boxes?.direction ?? 'down',
    steps: chart.steps.flatMap((step) => {
      const box = arrangement.steps[step.id]
      return box ? [plainStep(step, chart, ids.get(step.id)!, box)] : []
    }),
    lines: linesOf(chart, arrangement, ids),
    lanes: lanesOf(chart, arrangement, ids),
    drawing: drawArrangement(edition, arrangement, viewOf(arrangement)),
  }
}

function viewOf({ columns, lanes }: Arrangement): View {
  if (columns !== null) return 'columns'
  return lanes.length > 0 ? 'lanes' : 'flow'
}

function factsOf(edition: Edition): readonly PlainFact[] {
  const { supervision, consult } = phoneFacts(edition.chart.header)
  return [...headerFacts(edition), ...supervision, ...consult].map(({ label, value }) => ({
    label,
    value: plain(value),
  }))
}

function plain(text: string): string {
  return withoutInvisible(text).trim()
}

function plainStep(step: Step, chart: Chart, id: string, box: Rect): PlainStep {
  const names = new Map(chart.posts.map((post) => [post.id, plain(post.name)]))
  return {
    id,
    name: plain(step.name),
    kind: step.kind,
    posts: (step.posts ?? []).flatMap((post) => names.get(post) ?? []),
    ...(step.timeLimit && { limit: step.timeLimit }),
    basis: (step.legalBasis ?? []).map(({ title, article }) => plain(title + (article ?? ''))),
    materials: (step.materials ?? []).map(plain),
    documents: (step.documents ?? []).map(plain),
    ...(step.place !== undefined && { place: plain(step.place) }),
    ...(step.phase !== undefined && { phase: plain(step.phase) }),
    ...(step.persons !== undefined && { persons: step.persons }),
    ...(step.note !== undefined && { note: plain(step.note) }),
    internal: step.internalOnly === true,
    ...(step.parallel && { parallel: step.parallel }),
    risks: chart.risks.filter((risk) => risk.step === step.id).map((risk) => plainRisk(risk, chart)),
    box,
  }
}

function plainRisk(risk: Risk, chart: Chart): PlainRisk {
  const level = chart.grading.levels.find(({ id }) => id === risk.level)?.name
  return {
    text: plain(risk.text),
    ...(level !== undefined && { level }),
    measures: chart.measures.filter(({ risks }) => risks.includes(risk.id)).map(({ text }) => plain(text)),
  }
}

function linesOf(chart: Chart, arrangement: Arrangement, ids: ReadonlyMap<Id, string>): readonly PlainLine[] {
  return chart.flowlines.flatMap((line, at): readonly PlainLine[] => {
    const route = arrangement.flowlines[line.id]
    const [from, to] = [ids.get(line.from), ids.get(line.to)]
    if (!route || from === undefined || to === undefined) return []
    const { points, label, return: isReturn } = route
    return [
      {
        id: `f${at + 1}`,
        from,
        to,
        label: plain(line.label ?? ''),
        points,
        isReturn,
        ...(label && { labelBox: label }),
      },
    ]
  })
}

function lanesOf(chart: Chart, { lanes }: Arrangement, ids: ReadonlyMap<Id, string>): readonly PlainLane[] {
  return lanes.map(({ post, head, ...box }, at) => ({
    id: `p${at + 1}`,
    name: plain(chart.posts.find(({ id }) => id === post)?.name ?? ''),
    box,
    head,
    steps: chart.steps.flatMap(({ id, posts = [] }) => ((posts[0] ?? null) === post ? [ids.get(id)!] : [])),
  }))
}
