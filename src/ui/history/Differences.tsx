import type { Difference } from '../../model/history/difference.ts'
import { differenceGroups, namesFrom } from '../../text/screen/differences.ts'
import { historyText } from '../../text/screen/history.ts'
import { Sentences } from './Sentences.tsx'
import type { Comparison } from './useComparison.ts'
import './Differences.css'

type Group = keyof typeof differenceGroups

const groups = Object.keys(differenceGroups) as Group[]

/** Changes as sentences under headings; a click shows the place on the canvas if it has one. */
export function Differences({ comparison }: { readonly comparison: Comparison }) {
  const { before, after, differences } = comparison
  const names = namesFrom(before, after)
  if (differences.length === 0) return <p className="field-help">{historyText.same}</p>
  return (
    <>
      <p className="compared-count">{historyText.count(differences.length)}</p>
      {groups.map((group) => {
        const here = differences.filter((difference) => groupOf(difference) === group)
        return (
          here.length > 0 && (
            <section key={group}>
              <h4>{differenceGroups[group]}</h4>
              <Sentences differences={here} names={names} before={before} after={after} />
            </section>
          )
        )
      })}
    </>
  )
}

function groupOf({ root, id }: Difference): Group {
  if (root !== 'meta') return root
  return id === 'grading' ? 'grading' : 'header'
}
