/** Builds the chart of the sorted figures, with ids and order keys. */
import type { Chart, Id, StepKind } from '../../../model/chart.ts'
import { highMediumLow } from '../../../model/grading.ts'
import { most } from '../../../model/kinds/limits.ts'
import { ordersFor } from '../../../model/records/order.ts'
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import { unnamedFigure } from '../../../text/recognition/drawnWords.ts'
import { readLegalBasis } from '../../tableReading/cells/readLegalBasis.ts'
import { readItems } from '../../tableReading/cells/readItems.ts'
import { readPostNames } from '../../tableReading/cells/readPostNames.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import { kindOfFigure } from './kindOfFigure.ts'
import type { FigureWay, FlowOfFigures } from './flowOfFigures.ts'
import type { Figure, SceneShape } from './scene.ts'
import { risksAsTold, risksIn, type SideOwners, type StepRisks } from './sideRisks.ts'
import type { SidePart } from './sideText.ts'
import type { SortedFigures } from './sortFigures.ts'
import { stepOrder } from './stepOrder.ts'
import { namedStep, readStepText, type StepText } from './stepText.ts'

export interface Figures {
  readonly steps: readonly SceneShape[]
  readonly ways: readonly FigureWay[]
  readonly sorted: SortedFigures
  readonly owners: SideOwners
  readonly parallel: FlowOfFigures['parallel']
}

interface ReadFigure extends StepRisks {
  readonly shape: SceneShape
  readonly id: Id
  readonly text: StepText
  readonly posts: readonly string[]
  readonly notes: readonly string[]
  readonly stage?: string
}

export interface BuiltChart {
  readonly chart: Chart
  readonly doubts: readonly DrawnProblem[]
  readonly left: readonly DrawnProblem[]
}

export function chartOfFigures(figures: Figures, newId: () => Id): BuiltChart {
  const { sorted, ways } = figures
  const left: DrawnProblem[] = []
  const doubts: DrawnProblem[] = []
  const read = stepOrder(figures.steps, ways).map((shape) =>
    readFigure(shape, figures, newId(), doubts, left),
  )
  const postIds = new Map([...new Set(read.flatMap(({ posts }) => posts))].map((name) => [name, newId()]))
  const lines = flowlinesOf(ways, read, left)
  const kinds = kindsOf(read, lines)
  const risks = read.map((one) => one.risks.map((risk) => ({ id: newId(), step: one.id, ...risk })))
  return {
    doubts: [...doubts, ...read.flatMap((one) => one.doubts)],
    left,
    chart: {
      header: { title: sorted.title?.replaceAll(/\s*\n\s*/g, '').slice(0, most.name) ?? '' },
      posts: inOrder([...postIds].map(([name, id]) => ({ id, name }))),
      steps: inOrder(read.map((one, at) => stepOf(one, kinds[at]!, figures.parallel, postIds))),
      flowlines: inOrder(lines.map((line) => ({ id: newId(), ...line }))),
      risks: inOrder(risks.flat()),
      measures: inOrder(
        read.flatMap(({ measures }, at) =>
          measures.map(({ text, risks: places }) => ({
            id: newId(),
            text,
            risks: places.map((place) => risks[at]![place]!.id),
          })),
        ),
      ),
      grading: highMediumLow,
    },
  }
}

function readFigure(
  shape: SceneShape,
  { sorted, owners }: Figures,
  id: Id,
  doubts: DrawnProblem[],
  left: DrawnProblem[],
): ReadFigure {
  const whole = shape.exact ? namedStep(shape.text) : readStepText(shape.text, shape.named)
  const text = whole.name === '' ? { ...whole, name: unnamedFigure.step } : whole
  if (text.name.length > most.name)
    left.push({ fault: 'textCut', words: text.name.slice(0, 20), other: most.name })
  for (const post of text.guessedPosts) doubts.push({ fault: 'postGuessed', words: post })
  const { data } = shape
  const lane = sorted.postOf(shape)
  const stage = sorted.stageOf(shape)
  const placed = lane === undefined || text.unassigned ? [] : readPostNames(lane)
  const posts = [...placed, ...(data?.posts ?? []), ...text.posts]
  const parts = [
    ...(text.side?.parts ?? []),
    ...said('risk', data?.risks),
    ...said('measures', data?.measures),
    ...owners.partsOf(shape.id),
  ]
  return {
    shape,
    id,
    text,
    posts: [...new Set(posts)],
    notes: [...(data?.notes ?? []), ...text.notes],
    ...(stage !== undefined && { stage }),
    ...(data?.told ? risksAsTold(data.told) : risksIn(parts, text.name)),
  }
}

interface Line {
  readonly from: Id
  readonly to: Id
  readonly label?: string
}

function flowlinesOf(
  ways: readonly FigureWay[],
  read: readonly ReadFigure[],
  left: DrawnProblem[],
): readonly Line[] {
  const byShape = new Map(read.map((one) => [one.shape.id, one]))
  const lines = new Map<string, Line>()
  for (const { from, to, labels } of ways) {
    const [one, other] = [byShape.get(from), byShape.get(to)]
    if (!one || !other) continue
    const label = labels.join('；')
    const key = `${one.id} ${other.id} ${label}`
    if (one === other) left.push({ fault: 'selfLine', words: one.text.name })
    // Two ways with one label between two steps are one flowline.
    else if (!lines.has(key)) lines.set(key, { from: one.id, to: other.id, ...(label !== '' && { label }) })
  }
  return [...lines.values()]
}

function kindsOf(read: readonly ReadFigure[], lines: readonly Line[]): readonly StepKind[] {
  const into = new Set(lines.map(({ to }) => to))
  const exits = new Map<Id, number>()
  const labelled = new Map<Id, number>()
  for (const { from, label } of lines) {
    exits.set(from, (exits.get(from) ?? 0) + 1)
    if (label !== undefined) labelled.set(from, (labelled.get(from) ?? 0) + 1)
  }
  const ends: readonly Figure[] = ['terminator', 'rounded', 'circle']
  // Whoever calls its figures as their steps draws a rectangle because it means one.
  const isOwn = read.every(({ shape, text }) => shape.named === text.name)
  const sayEnds = isOwn || read.some(({ shape }) => ends.includes(shape.figure))
  return read.map(({ id, shape, text }) =>
    kindOfFigure(shape.figure, text.name, {
      entered: into.has(id),
      exits: exits.get(id) ?? 0,
      labelled: labelled.get(id) ?? 0,
      sayEnds,
    }),
  )
}

function stepOf(
  { id, text, posts, notes, stage, shape }: ReadFigure,
  kind: StepKind,
  bars: Figures['parallel'],
  postIds: ReadonlyMap<string, Id>,
) {
  const { data } = shape
  const parallel = data?.parallel ?? bars.get(shape.id)
  const phase = data?.phase ?? stage
  const limit = text.limit ?? (data?.limit === undefined ? undefined : readTimeLimit(data.limit))
  const basis = listed([...(data?.basis ?? []), ...text.basis]).map(readLegalBasis)
  const materials = listed([...(data?.materials ?? []), ...text.materials])
  const documents = listed([...(data?.documents ?? []), ...text.documents])
  return {
    id,
    kind,
    name: text.name.slice(0, most.name),
    ...(posts.length > 0 && { posts: posts.map((name) => postIds.get(name)!) }),
    ...(limit && { timeLimit: limit }),
    ...(parallel && { parallel }),
    ...(basis.length > 0 && { legalBasis: basis }),
    ...(materials.length > 0 && { materials }),
    ...(documents.length > 0 && { documents }),
    ...(phase !== undefined && { phase }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
  }
}

function said(field: SidePart['field'], texts: readonly string[] = []): readonly SidePart[] {
  return texts.map((text) => ({ field, text }))
}

function listed(texts: readonly string[]): readonly string[] {
  return texts.flatMap((each) => readItems(each).map((item) => item.text))
}

function inOrder<T extends object>(things: readonly T[]): readonly (T & { readonly order: string })[] {
  const orders = ordersFor(things.length)
  return things.map((thing, index) => ({ ...thing, order: orders[index]! }))
}
