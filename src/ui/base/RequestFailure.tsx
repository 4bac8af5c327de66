import { Button, Spin } from 'antd'
import { historyText, serverTrouble } from '../../text/screen/history.ts'
import type { RequestState } from './api/useRequest.ts'
import './RequestFailure.css'

interface NotThereProps {
  readonly asked: Exclude<RequestState<unknown>, { readonly state: 'there' }>
  readonly again: () => void
}

/** While the server is asked, and what it says where it has nothing to give. */
export function RequestFailure({ asked, again }: NotThereProps) {
  if (asked.state === 'asking')
    return (
      <p className="request-wait">
        <Spin size="small" /> {historyText.loading}
      </p>
    )
  const isOnlyHere = asked.fault === 'not-found' || asked.fault === 'not-signed-in'
  return (
    <div className="request-wait" role="alert">
      <p>{isOnlyHere ? historyText.notThere : asked.words}</p>
      <Button size="small" onClick={again}>
        {serverTrouble.again}
      </Button>
    </div>
  )
}
