import type { Chart, Flowline, Id } from '../../../model/chart.ts'
import { removalText } from '../../../text/screen/removalText.ts'

/**
 * What a removal did to the procedure, as a sentence: which steps are joined over the gap, which
 * hang in the air now, and what went along. `after` is the chart without what was removed.
 */
export function removalSaid(before: Chart, after: Chart): string {
  const kept = new Set(after.steps.map((step) => step.id))
  const gone = before.steps.filter((step) => !kept.has(step.id))
  const risks = before.risks.length - after.risks.length
  if (gone.length === 0 && before.flowlines.length === after.flowlines.length)
    return removalText.onlyRisks(risks, before.measures.length - after.measures.length)
  return [
    gone.length > 0 ? removalText.steps(gone.map(nameOf)) : goneLines(before, after),
    ...(risks > 0 ? [removalText.risks(risks)] : []),
    ...joinsSaid(before, after),
    ...tornSaid(before, after),
  ].join('')
}

function goneLines(before: Chart, after: Chart): string {
  const kept = new Set(after.flowlines.map((line) => line.id))
  const [line, ...others] = before.flowlines.filter(({ id }) => !kept.has(id))
  if (!line || others.length > 0) return removalText.lines(others.length + (line ? 1 : 0))
  return removalText.line(named(before, line.from), named(before, line.to))
}

/** Flowlines that lead on over the gap: one is named, several are counted. */
function joinsSaid(before: Chart, after: Chart): readonly string[] {
  const old = new Map(before.flowlines.map((line) => [line.id, line.to]))
  const [join, ...others] = after.flowlines.filter(({ id, to }) => old.has(id) && old.get(id) !== to)
  if (!join) return []
  if (others.length > 0) return [removalText.joins(others.length + 1)]
  return [removalText.join(named(after, join.from), named(after, join.to))]
}

/** Steps that had a way in or out, and have none any more. */
function tornSaid(before: Chart, after: Chart): readonly string[] {
  const lost = (end: 'from' | 'to') => {
    const had = endsOf(before.flowlines, end)
    const has = endsOf(after.flowlines, end)
    return after.steps.filter(({ id }) => had.has(id) && !has.has(id)).map(nameOf)
  }
  const [noEntry, noExit] = [lost('to'), lost('from')]
  return [
    ...(noExit.length > 0 ? [removalText.noExit(noExit)] : []),
    ...(noEntry.length > 0 ? [removalText.noEntry(noEntry)] : []),
  ]
}

const endsOf = (lines: readonly Flowline[], end: 'from' | 'to'): ReadonlySet<Id> =>
  new Set(lines.map((line) => line[end]))

const nameOf = ({ name }: { readonly name: string }): string => name

const named = ({ steps }: Chart, id: Id): string => steps.find((step) => step.id === id)?.name ?? ''
