import { Progress } from 'antd'
import { batchText as text } from '../../text/screen/catalogue.ts'
import type { RunState } from './useBatchRun.ts'

interface BatchProgressProps {
  readonly done: readonly { readonly ok: boolean }[]
  readonly all: number
  readonly state: RunState
}

export function BatchProgress({ done, all, state }: BatchProgressProps) {
  return (
    <Progress
      percent={Math.round((done.length / Math.max(1, all)) * 100)}
      format={() => text.progress(done.length, all)}
      status={state === 'running' ? 'active' : done.some(({ ok }) => !ok) ? 'exception' : 'normal'}
    />
  )
}
