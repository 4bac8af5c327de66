/** Converts a chart to the grid's rows of texts. */
import type { Chart, Flowline, Id, Measure, Risk, Step } from '../../model/chart.ts'
import { plainFieldsOn, type PlainField } from '../../model/fields/chartFields.ts'
import { grid } from '../../text/screen/grid.ts'
import { dutyName, parallelName, stepKindName } from '../../text/terms.ts'
import type { Cells, GridLine } from './gridColumns.ts'
import { writeLines, writeNumbered } from './listLine.ts'

export function gridRowsOf(chart: Chart): readonly GridLine[] {
  const found = indexOf(chart)
  return chart.steps.map((step, at) => ({ id: step.id, number: at + 1, cells: cellsOf(step, found) }))
}

/** Indexes of related records, built once for all rows. */
interface Index {
  readonly numbers: ReadonlyMap<Id, number>
  readonly posts: ReadonlyMap<Id, string>
  readonly exits: ReadonlyMap<Id, readonly Flowline[]>
  readonly risks: ReadonlyMap<Id, readonly Risk[]>
  readonly measures: ReadonlyMap<Id, readonly Measure[]>
  readonly levels: ReadonlyMap<Id, string>
}

function indexOf(chart: Chart): Index {
  return {
    numbers: new Map(chart.steps.map((step, at) => [step.id, at + 1])),
    posts: new Map(chart.posts.map((post) => [post.id, post.name])),
    exits: gathered(chart.flowlines, (line) => [line.from]),
    risks: gathered(chart.risks, (risk) => (risk.step === undefined ? [] : [risk.step])),
    measures: gathered(chart.measures, (measure) => measure.risks),
    levels: new Map(chart.grading.levels.map((level) => [level.id, level.name])),
  }
}

function gathered<T>(
  things: readonly T[],
  ownersOf: (thing: T) => readonly Id[],
): ReadonlyMap<Id, readonly T[]> {
  const found = new Map<Id, T[]>()
  for (const thing of things) {
    for (const owner of ownersOf(thing)) {
      const list = found.get(owner)
      if (list) list.push(thing)
      else found.set(owner, [thing])
    }
  }
  return found
}

function cellsOf(step: Step, index: Index): Cells {
  const risks = index.risks.get(step.id) ?? []
  return {
    name: step.name,
    kind: stepKindName[step.kind],
    posts: (step.posts ?? []).map((id) => index.posts.get(id) ?? '').join('、'),
    limit: step.timeLimit?.wording ?? '',
    next: (index.exits.get(step.id) ?? [])
      .map((line) => grid.exit(index.numbers.get(line.to) ?? 0, line.label ?? ''))
      .join('；'),
    risk: writeLines(risks.map((risk) => risk.text)),
    level: levelCell(risks, index),
    measures: measureCell(risks, index),
    duty: step.duty ? dutyName[step.duty] : '',
    parallel: step.parallel ? parallelName[step.parallel] : '',
    public: step.internalOnly ? grid.internal : grid.public,
    ...plainCells(step),
    note: step.note ?? '',
  }
}

function plainCells(step: Step): Pick<Cells, PlainField> {
  return Object.fromEntries(plainFieldsOn('grid').map((field) => [field, step[field] ?? ''])) as Pick<
    Cells,
    PlainField
  >
}

function levelCell(risks: readonly Risk[], { levels }: Index): string {
  const names = risks.map((risk) => (risk.level === undefined ? undefined : levels.get(risk.level)))
  if (names.every((name) => name === undefined)) return ''
  if (names.length === 1) return names[0] ?? ''
  return names.map((name, at) => `${at + 1}. ${name ?? grid.ungraded}`).join('\n')
}

function measureCell(risks: readonly Risk[], index: Index): string {
  const met = [...new Set(risks.flatMap((risk) => index.measures.get(risk.id) ?? []))]
  if (risks.length <= 1) return writeLines(met.map((measure) => measure.text))
  const all = met.map((measure) => ({
    order: measure.order,
    text: measure.text,
    numbers: risks.flatMap((risk, at) => (measure.risks.includes(risk.id) ? [at + 1] : [])),
  }))
  return writeNumbered(all.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)))
}
