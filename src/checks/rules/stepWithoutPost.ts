/** A step without a post; an error for approval, acceptance or payment. */
import type { Rule, Severity } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import { criticalWord, sortingQuestion } from '../../text/recognition/vocabulary.ts'

export const stepWithoutPost: Rule = {
  id: 'step-without-post',
  severity: 'warning',
  source: 'domain D26; 25 of 36 real charts leave posts out',
  find: ({ chart, postsOf }) =>
    chart.steps
      .filter((step) => postsOf(step).length === 0)
      .filter((step) => step.kind !== 'terminator' || gravityOf(step) === 'error')
      .map((step) => ({ steps: [step.id], severity: gravityOf(step) })),
}

function gravityOf({ name, duty, kind }: Step): Severity {
  if (duty === 'decide' || duty === 'accept') return 'error'
  if (kind === 'decision' && sortingQuestion.test(name)) return 'hint'
  return criticalWord.test(name) ? 'error' : 'warning'
}
