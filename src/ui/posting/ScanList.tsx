import { Button } from 'antd'
import type { PublicationFinding } from '../../protocol/api.ts'
import { posting } from '../../text/posting.ts'
import { useChart } from '../room/chartContext.ts'
import { look, select, useSession } from '../session.ts'
import { whereFound } from './whereFound.ts'
import type { Choice } from './wish.ts'

interface ScanListProps {
  readonly scan: readonly PublicationFinding[]
  readonly choice: Choice
}

/** What somebody should look at before it is public. */
export function ScanList({ scan, choice }: ScanListProps) {
  const chart = useChart()
  if (scan.length === 0) return <p className="field-help">{posting.scanClean}</p>
  return (
    <ul className="posting-scan" aria-label={posting.scan}>
      {scan.map(({ kind, found, blocks, message }) => {
        const step = whereFound(chart, choice, found)
        return (
          <li key={`${kind} ${found}`} className={blocks ? 'posting-blocks' : undefined}>
            <span>
              {blocks && <strong>{posting.blocks}　</strong>}
              {message}
            </span>
            {step !== undefined && (
              <Button size="small" type="link" onClick={() => showStep(step)}>
                {posting.show}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The step in the form and on the canvas, where its words can be changed. */
function showStep(step: string): void {
  look({ dialog: null, edition: 'internal', checking: false, history: false, review: false })
  select({ steps: [step] })
  useSession.getState().stage?.show(step)
}
