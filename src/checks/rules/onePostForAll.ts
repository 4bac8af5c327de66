/** One post holds all steps from acceptance to the end. */
import type { Rule } from '../finding.ts'
import { applicantPost, officeName } from '../../text/recognition/vocabulary.ts'
import { idsOf } from '../facts.ts'

export const onePostForAll: Rule = {
  id: 'one-post-for-all',
  severity: 'warning',
  source: 'domain D19: 严禁一人办理全过程',
  find: ({ chart, matter, postsOf }) => {
    // 简易程序: the law lets the officers do it all on the spot (行政处罚法 art. 51).
    if (matter.isOnTheSpot) return []
    const held = chart.steps
      .map((step) => ({ step, posts: postsOf(step) }))
      .filter(({ step, posts }) => step.kind !== 'terminator' || posts.length > 0)
      .filter(({ posts }) => !posts.some((post) => applicantPost.test(post)))
    const post = held[0]?.posts[0]
    if (held.length < 3 || post === undefined) return []
    if (!held.every(({ posts }) => posts.length === 1 && posts[0] === post)) return []
    const severity = officeName.test(post) ? 'hint' : 'warning'
    return [{ steps: idsOf(held.map(({ step }) => step)), severity, words: { post } }]
  },
}
