/**
 * A step without a post; an error for approval, acceptance or payment. A chart that names no post at all
 * has one finding, not one for each step.
 */
import type { Rule, Severity } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import { actOf } from '../../text/recognition/dutyWords.ts'
import { criticalWord, sortingQuestion } from '../../text/recognition/vocabulary.ts'
import { idsOf } from '../facts.ts'

export const stepWithoutPost: Rule = {
  id: 'step-without-post',
  severity: 'warning',
  source: 'domain D26; 25 of 36 real charts leave posts out',
  find: ({ chart, postsOf }) => {
    const bare = chart.steps
      .filter((step) => postsOf(step).length === 0)
      .filter((step) => step.kind !== 'terminator' || gravityOf(step) === 'error')
    const isNobodyNamed = chart.steps.every((step) => postsOf(step).length === 0)
    if (isNobodyNamed && bare.length > 1)
      return [{ steps: idsOf(bare), words: { count: bare.length, whole: 'yes' } }]
    return bare.map((step) => ({ steps: [step.id], severity: gravityOf(step) }))
  },
}

function gravityOf({ name, duty, kind }: Step): Severity {
  if (duty === 'decide' || duty === 'accept') return 'error'
  if (kind === 'decision' && sortingQuestion.test(name)) return 'hint'
  return criticalWord.test(actOf(name)) ? 'error' : 'warning'
}
