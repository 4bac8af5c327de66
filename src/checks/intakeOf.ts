/** Whether a chart takes applications from the public, and where. */
import type { Id } from '../model/chart.ts'
import { hasExternalEdition } from '../model/editions/hasExternalEdition.ts'
import { applicantPost, intakeWord, notTakenUp } from '../text/recognition/vocabulary.ts'
import { idsOf, type Facts } from './facts.ts'

/**
 * The steps at which applications are taken up, or none. Only for licences, or where the
 * chart shows it: an applicant begins it and it is taken up. Nine of eleven real charts
 * lack these exits (domain D), so what is not clearly an application is left alone.
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
