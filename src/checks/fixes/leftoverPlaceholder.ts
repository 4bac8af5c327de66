import { set } from '../../model/records/changes.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import { placeholder } from '../../text/recognition/vocabulary.ts'
import type { Fix } from './fix.ts'

/** Removes a placeholder limit (XX个工作日). Refuses for names and texts, which only the user can replace. */
export const fixLeftoverPlaceholder: Fix = (chart, { steps }) => {
  if (steps.length === 0) {
    const changes = (['promisedLimit', 'statutoryLimit'] as const).flatMap((field) =>
      placeholder.test(chart.header[field]?.wording ?? '') ? [set('meta', 'header', field, undefined)] : [],
    )
    return changes.length > 0 ? allow(...changes) : refuse('gone')
  }
  const left = chart.steps.filter(
    ({ id, timeLimit }) => steps.includes(id) && placeholder.test(timeLimit?.wording ?? ''),
  )
  return left.length > 0
    ? allow(...left.map(({ id }) => set('steps', id, 'timeLimit', undefined)))
    : refuse('gone', steps[0])
}
