import { Button } from 'antd'
import { batchText as text } from '../../text/screen/catalogue.ts'
import type { RunState } from './useBatchRun.ts'

interface StopOrCloseProps {
  readonly state: RunState
  readonly onStop: () => void
  readonly onClose: () => void
}

/** Stops a running batch; otherwise closes the dialog. */
export function StopOrClose({ state, onStop, onClose }: StopOrCloseProps) {
  if (state === 'running') return <Button onClick={onStop}>{text.cancel}</Button>
  if (state === 'stopping') return <Button disabled>{text.stopping}</Button>
  return <Button onClick={onClose}>{text.close}</Button>
}
