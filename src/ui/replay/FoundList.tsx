import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import type { FoundInCase } from './replay.worker.ts'

/** More are read in the workbook. */
const most = 500

/** What was found, case by case; a finding leads to its step. */
export function FoundList({
  found,
  onStep,
}: {
  readonly found: readonly FoundInCase[]
  readonly onStep: (step: Id) => void
}) {
  if (found.length === 0) return <p>{words.none}</p>
  const shown = found.slice(0, most)
  return (
    <table className="replay-table">
      <thead>
        <tr>
          <th scope="col">{words.case}</th>
          <th scope="col">{words.finding}</th>
          <th aria-label={words.showStep} />
        </tr>
      </thead>
      <tbody>
        {shown.map(({ case: number, text, step }, at) => (
          <tr key={`${number} ${text}`}>
            <td>{shown[at - 1]?.case === number ? '' : number}</td>
            <td>{text}</td>
            <td>
              {step !== undefined && (
                <Button type="link" size="small" onClick={() => onStep(step)}>
                  {words.showStep}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      {found.length > most && (
        <tfoot>
          <tr>
            <td colSpan={3}>{words.more(found.length - most)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
