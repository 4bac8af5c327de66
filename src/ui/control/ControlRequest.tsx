import type { ReactNode } from 'react'
import { Spin } from 'antd'
import { controlText } from '../../text/screen/controlText.ts'
import type { RequestState } from '../base/api/useRequest.ts'
import { RequestFailure } from '../base/RequestFailure.tsx'

interface ControlRequestProps<T> {
  readonly request: RequestState<T>
  readonly again: () => void
  readonly children: (value: T) => ReactNode
}

/** A list of 防控 while it comes, when it has come, and why it did not: who may not see it is told so. */
export function ControlRequest<T>({ request, again, children }: ControlRequestProps<T>) {
  if (request.state === 'loading')
    return (
      <p className="control-nothing">
        <Spin size="small" /> {controlText.loading}
      </p>
    )
  if (request.state === 'loaded') return children(request.value)
  return request.fault === 'no-catalogue' || request.fault === 'not-signed-in' ? (
    <p className="control-nothing">{controlText.noRight}</p>
  ) : (
    <RequestFailure request={request} again={again} />
  )
}
