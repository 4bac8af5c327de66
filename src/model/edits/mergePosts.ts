import { drop, put, set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/** Merges post `from` into `into`; all steps and risks of `from` move to `into`. */
export function mergePosts(chart: Chart, from: Id, into: Id): Edit {
  const missing = [from, into].find((id) => !chart.posts.some((post) => post.id === id))
  if (missing !== undefined) return refuse('gone', missing)
  if (from === into) return allow()
  const steps = chart.steps.flatMap((step) =>
    step.posts?.includes(from)
      ? [
          set('steps', step.id, 'posts', [
            ...new Set(step.posts.map((post) => (post === from ? into : post))),
          ]),
        ]
      : [],
  )
  const { id: _id, ...was } = chart.posts.find((post) => post.id === from)!
  const risks = chart.risks.filter((risk) => risk.post === from)
  return allow(
    ...steps,
    ...risks.map((risk) => set('risks', risk.id, 'post', into)),
    put('postMerges', from, { ...was, into }),
    drop('posts', from),
  )
}
