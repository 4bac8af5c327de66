import type { Chart, Id } from '../../model/chart.ts'
import type { Difference } from '../../model/history/difference.ts'
import type { RecordNames } from '../../text/screen/differences.ts'
import { differenceMark, sayDifference } from '../../text/screen/differences.ts'
import { useChart } from '../openChart/chartContext.ts'
import { select, useSession } from '../openChart/session.ts'
import { changeMarkOf, stepsOf } from './changeMarksOf.ts'
import './Sentences.css'

interface SentencesProps {
  readonly differences: readonly Difference[]
  readonly names: RecordNames
  /** Where the records named in the sentences are looked up. */
  readonly before: Chart
  readonly after: Chart
}

/** One sentence per difference, in full in the tooltip; a click shows its place on the canvas. */
export function Sentences({ differences, names, before, after }: SentencesProps) {
  const wayTo = useWays()
  return (
    <ul className="differences">
      {differences.map((difference, place) => {
        const mark = changeMarkOf(difference)
        const sentence = sayDifference(difference, names, 'cut')
        const whole = sayDifference(difference, names, 'whole')
        const way = wayTo(difference, stepsOf(difference, before, after))
        return (
          // Equal sentences can occur in the journal, so the index is the key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${place} ${whole}`} className={`difference-${mark}`}>
            <span className="sign" role="img" aria-label={differenceMark[mark].word}>
              {differenceMark[mark].sign}
            </span>
            {way ? (
              <button type="button" title={whole} onClick={way}>
                {sentence}
              </button>
            ) : (
              <span title={whole}>{sentence}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Shows what a difference is about; undefined if it is not on the canvas. */
function useWays() {
  const chart = useChart()
  const canvasApi = useSession((session) => session.canvasApi)
  return ({ root, id }: Difference, about: readonly Id[]): (() => void) | null => {
    const steps = about.filter((step) => chart.steps.some((each) => each.id === step))
    const [first] = steps
    if (first === undefined) return null
    const isLine = root === 'flowlines' && chart.flowlines.some((line) => line.id === id)
    return () => {
      select(isLine ? { flowlines: [id] } : { steps })
      canvasApi?.show(first)
    }
  }
}
