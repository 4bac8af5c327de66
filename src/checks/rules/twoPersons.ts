/** A step for which the statute requires two officers must state it. */
import type { Rule } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import { readCount } from '../../model/numerals.ts'
import { saidPersons, twoPersonsOnSite, twoPersonsPenalty } from '../../text/recognition/vocabulary.ts'
import { eachStep, type Facts } from '../facts.ts'

export const twoPersons: Rule = {
  id: 'two-persons',
  severity: 'hint',
  source: 'domain D2, D7, D23',
  laws: ['penalty-42', 'licensing-34', 'licensing-55'],
  find: (facts) => {
    const words = wordsFor(facts)
    if (!words) return []
    const { chart, postsOf } = facts
    return eachStep(chart.steps.filter((step) => words.test(step.name) && mayBeOne(step, postsOf(step))))
  },
}

function wordsFor({ isKind }: Facts): RegExp | undefined {
  if (isKind('penalty', 'compulsion', 'inspection')) return twoPersonsPenalty
  return isKind('licensing', 'payment', 'confirmation') ? twoPersonsOnSite : undefined
}

/**
 * Whether one person may do the step: neither the field, the name (2名及以上), the number of posts nor
 * their names (执法人员（两人以上）) state two. A question such as 是否需要现场核查 is not a visit.
 */
function mayBeOne({ kind, duty, name, persons }: Step, posts: readonly string[]): boolean {
  if (kind === 'decision' || kind === 'terminator') return false
  if (duty !== undefined && duty !== 'handle' && duty !== 'execute') return false
  const said = [name, ...posts].join('；')
  const isSaid = [...said.matchAll(saidPersons)].some(([, count = '']) => (readCount(count) ?? 0) >= 2)
  return !isSaid && (persons ?? 0) < 2 && posts.length < 2
}
