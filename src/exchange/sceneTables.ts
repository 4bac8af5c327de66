/**
 * The steps of a scene as a table, with headings that our own table reader knows; columns that no step
 * fills are left out. A step that leads nowhere says so, or the next row would be taken to follow.
 */
import { exchangeWords as words } from '../text/paper/exchangeWords.ts'
import { parallelName, stepKindName } from '../text/terms.ts'
import { numberedText } from './numberedText.ts'
import type { PlainScene, PlainStep } from './plainScene.ts'

export interface PlainColumn {
  readonly heading: string
  /** Of the width, against the other columns. */
  readonly weight: number
}

export interface PlainTable {
  readonly title: string
  readonly columns: readonly PlainColumn[]
  /** Cells may have several lines. */
  readonly rows: readonly (readonly string[])[]
}

interface ColumnOf<T> extends PlainColumn {
  readonly cell: (row: T, at: number) => string
  readonly always?: true
}

export function stepTable(scene: PlainScene): PlainTable {
  return tableOf(words.stepTable, scene.steps, stepColumns(scene))
}

/** Undefined if there are no risks. */
export function riskTable({ steps }: PlainScene): PlainTable | undefined {
  const rows = steps.flatMap((step) => step.risks.map((risk) => ({ name: step.name, ...risk })))
  if (rows.length === 0) return undefined
  return tableOf(words.riskTable, rows, [
    { heading: words.headings.step, weight: 3, cell: ({ name }) => name },
    { heading: words.headings.risk, weight: 5, cell: ({ text }) => text },
    { heading: words.headings.level, weight: 1, cell: ({ level = '' }) => level },
    { heading: words.headings.measures, weight: 6, cell: ({ measures }) => measures.join('\n') },
  ])
}

/** Steps with their risks in one table: a row a step, several risks numbered, and by the same numbers their measures. */
export function wholeTable(scene: PlainScene): PlainTable {
  return tableOf(scene.title, scene.steps, [
    ...stepColumns(scene),
    {
      heading: words.headings.risk,
      weight: 5,
      cell: ({ risks }) => numberedText(risks.map(({ text }) => text)),
    },
    {
      heading: words.headings.level,
      weight: 2,
      cell: ({ risks }) => numberedText(risks.map(({ level = '' }) => level)),
    },
    {
      heading: words.headings.measures,
      weight: 6,
      cell: ({ risks }) => numberedText(risks.map(({ measures }) => measures.join('；'))),
    },
  ])
}

function tableOf<T>(title: string, rows: readonly T[], all: readonly ColumnOf<T>[]): PlainTable {
  const columns = all.filter(({ always, cell }) => always ?? rows.some((row, at) => cell(row, at) !== ''))
  return {
    title,
    columns: columns.map(({ heading, weight }) => ({ heading, weight })),
    rows: rows.map((row, at) => columns.map(({ cell }) => cell(row, at))),
  }
}

function stepColumns(scene: PlainScene): readonly ColumnOf<PlainStep>[] {
  const { headings } = words
  return [
    { heading: headings.number, weight: 1, cell: (_, at) => String(at + 1), always: true },
    { heading: headings.step, weight: 5, cell: ({ name }) => name, always: true },
    { heading: headings.kind, weight: 1.4, cell: ({ kind }) => stepKindName[kind], always: true },
    { heading: headings.posts, weight: 3, cell: ({ posts }) => posts.join('、'), always: true },
    { heading: headings.limit, weight: 2.5, cell: ({ limit }) => limit?.wording ?? '' },
    { heading: headings.next, weight: 4, cell: (step) => nextOf(step, scene), always: true },
    { heading: headings.phase, weight: 2.5, cell: ({ phase = '' }) => phase },
    {
      heading: headings.parallel,
      weight: 2,
      cell: ({ parallel }) => (parallel ? parallelName[parallel] : ''),
    },
    { heading: headings.basis, weight: 4, cell: ({ basis }) => basis.join('；') },
    { heading: headings.materials, weight: 4, cell: ({ materials }) => materials.join('；') },
    { heading: headings.documents, weight: 3, cell: ({ documents }) => documents.join('；') },
    { heading: headings.note, weight: 4, cell: ({ note = '' }) => note },
  ]
}

function nextOf({ id }: PlainStep, { steps, lines }: PlainScene): string {
  const place = new Map(steps.map((step, at) => [step.id, String(at + 1)]))
  const next = lines
    .filter(({ from }) => from === id)
    .map(({ to, label }) => words.leadsTo(label, place.get(to)!))
  return next.length === 0 ? words.leadsNowhere : next.join('；')
}
