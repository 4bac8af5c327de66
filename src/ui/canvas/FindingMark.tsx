import type { Id } from '../../model/chart.ts'
import { useFindingMarks } from '../openChart/useFindingMarks.ts'
import './FindingMark.css'

/** Each severity has its own shape, so that it can be told apart without colour. */
const shapes = {
  error: 'M6 1h8l5 5v8l-5 5H6l-5-5V6z',
  warning: 'M10 1l9 17H1z',
  hint: 'M10 1a9 9 0 1 0 .01 0z',
} as const

/** A small mark on a step with findings. */
export function FindingMark({ step }: { readonly step: Id }) {
  const found = useFindingMarks(({ of }) => of.get(step))
  if (!found) return null
  return (
    <svg className={`finding-mark finding-mark-${found.severity}`} viewBox="0 0 20 20" width="20" height="20">
      <title>{found.title}</title>
      <path d={shapes[found.severity]} />
      <text x="10" y="15">
        {found.count}
      </text>
    </svg>
  )
}
