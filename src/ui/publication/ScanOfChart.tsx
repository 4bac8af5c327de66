import { Button } from 'antd'
import type { PublicationFinding } from '../../protocol/publicationApi.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { useChart } from '../openChart/chartContext.ts'
import { setSession, select, useSession } from '../openChart/session.ts'
import { ScanList } from './ScanList.tsx'
import { whereFound } from './whereFound.ts'
import type { DisclosureChoice } from './publicationWishOf.ts'

interface ScanOfChartProps {
  readonly scan: readonly PublicationFinding[]
  readonly choice: DisclosureChoice
}

/** The scan of the open chart; a click on a finding shows its step. */
export function ScanOfChart({ scan, choice }: ScanOfChartProps) {
  const chart = useChart()
  const way = (found: string) => {
    const step = whereFound(chart, choice, found)
    if (step === undefined) return null
    return (
      <Button size="small" type="link" onClick={() => showStep(step)}>
        {publicationText.show}
      </Button>
    )
  }
  return <ScanList scan={scan} way={way} />
}

/** Shows the step in the form and on the canvas. */
function showStep(step: string): void {
  setSession({ dialog: null, edition: 'internal', sidePanel: 'form' })
  select({ steps: [step] })
  useSession.getState().canvasApi?.show(step)
}
