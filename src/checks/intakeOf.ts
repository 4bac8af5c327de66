/** Finds where a chart accepts applications from the public. */
import type { Id } from '../model/chart.ts'
import { hasExternalEdition } from '../model/editions/hasExternalEdition.ts'
import { applicantPost, intakeWord, notTakenUp } from '../text/recognition/vocabulary.ts'
import { idsOf, type Facts } from './facts.ts'

/**
 * The steps that accept applications, or none. Only for licences, or if an applicant starts the chart
 * and a step accepts. Nine of eleven real charts lack these exits (domain D), so uncertain cases are
 * ignored.
 */
export function intakeOf(facts: Facts): readonly (readonly Id[])[] {
  const { chart, graph, postsOf, named, isKind } = facts
  const taken = named(intakeWord).filter(({ name }) => !notTakenUp.test(name))
  const isApplied = graph.starts.some((step) => postsOf(step).some((post) => applicantPost.test(post)))
  const isClear =
    hasExternalEdition(chart.header) &&
    isApplied &&
    taken.length > 0 &&
    !isKind('penalty', 'compulsion', 'inspection')
  if (!isKind('licensing') && !isClear) return []
  return [idsOf(taken.length > 0 ? taken.slice(0, 1) : graph.starts.slice(0, 1))]
}
