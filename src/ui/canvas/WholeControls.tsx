import { Controls } from '@xyflow/react'
import { useSession } from '../openChart/session.ts'

export function WholeControls() {
  const canvasApi = useSession((session) => session.canvasApi)
  return <Controls showInteractive={false} position="bottom-left" onFitView={() => canvasApi?.fit()} />
}
