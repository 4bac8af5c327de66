import { Controls } from '@xyflow/react'
import { useSession } from '../openChart/session.ts'

export function WholeControls() {
  const stage = useSession((session) => session.stage)
  return <Controls showInteractive={false} position="bottom-left" onFitView={() => stage?.fit()} />
}
