import { Button, Spin } from 'antd'
import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import type { RequestState } from './api/useRequest.ts'
import './RequestFailure.css'

interface NotThereProps {
  readonly request: Exclude<RequestState<unknown>, { readonly state: 'loaded' }>
  readonly again: () => void
}

/** Shows a pending request, or the error message of a failed one. */
export function RequestFailure({ request, again }: NotThereProps) {
  if (request.state === 'loading')
    return (
      <p className="request-wait">
        <Spin size="small" /> {serverTrouble.loading}
      </p>
    )
  const isOnlyHere = request.fault === 'not-found' || request.fault === 'not-signed-in'
  return (
    <div className="request-wait" role="alert">
      <p>{isOnlyHere ? serverTrouble.notThere : request.words}</p>
      <Button size="small" onClick={again}>
        {serverTrouble.again}
      </Button>
    </div>
  )
}
