/** One office takes in all applications for a licence and delivers all decisions. */
import type { Rule } from '../finding.ts'
import { delivering, receivingApplications } from '../../text/recognition/separationWords.ts'
import { refusing } from '../../text/recognition/procedureWords.ts'
import { applicantPost } from '../../text/recognition/vocabulary.ts'
import { idsOf, type Facts } from '../facts.ts'

export const intakeAndDelivery: Rule = {
  id: 'intake-and-delivery',
  severity: 'hint',
  source: 'domain D9',
  laws: ['licensing-26'],
  find: (facts) => {
    if (!facts.isKind('licensing')) return []
    const { chart, postsOf } = facts
    const taking = chart.steps.filter(({ name }) => receivingApplications.test(name))
    const giving = chart.steps.filter(({ name }) => delivering.test(name) && !refusing.test(name))
    const at = officePosts(facts, taking)
    const apart = giving.filter(
      (step) => postsOf(step).length > 0 && !postsOf(step).some((post) => at.has(post)),
    )
    if (at.size === 0 || apart.length === 0 || apart.length < giving.length) return []
    return [{ steps: idsOf([...taking.slice(0, 1), ...apart]) }]
  },
}

function officePosts({ postsOf }: Facts, steps: Facts['chart']['steps']): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => postsOf(step)).filter((post) => !applicantPost.test(post)))
}
