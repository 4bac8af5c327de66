import { exchangeWords } from '../text/paper/exchangeWords.ts'
import type { PlainScene, PlainStep } from './plainScene.ts'

/**
 * What stands below the name of a step: posts that no lane says, then the limit. A step without a post
 * that stands in the lane of another says so, or that lane would be taken for its post.
 */
export function stepFacts(step: PlainStep, { lanes }: PlainScene): readonly string[] {
  const lane = lanes.find(({ steps }) => steps.includes(step.id))?.name ?? ''
  const posts = step.posts.filter((name) => name !== lane)
  const isLoose = lane === '' && step.posts.length === 0 && lanes.some(({ name }) => name !== '')
  return [
    ...(posts.length > 0 ? [exchangeWords.posts(posts)] : []),
    ...(isLoose ? [exchangeWords.posts([exchangeWords.noPost])] : []),
    ...(step.limit ? [exchangeWords.limit(step.limit.wording)] : []),
  ]
}
