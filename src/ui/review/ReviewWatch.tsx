import { useEffect } from 'react'
import { unsettledAt } from '../../model/review/targets.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { noReviewing, useReviewing } from '../openChart/reviewing.ts'
import { watchReview } from './watchReview.ts'
import { askTodos } from '../base/todo/todoStore.ts'
import { useApi } from '../base/appServices.ts'

/** Keeps the review of the open chart up to date in the store. Renders nothing. */
export function ReviewWatch() {
  const { id, connection } = useOpenChart()
  const server = useApi().review
  const chart = useChart()
  const marks = useReviewing(({ review }) => review?.marks)
  useEffect(() => {
    const watch = watchReview({
      connection,
      read: async () => server.events(id),
      onUpdate: ({ review, failed, online }) =>
        useReviewing.setState({
          review,
          online,
          trouble: failed === null ? null : sayServerError(failed),
        }),
    })
    useReviewing.setState({ again: watch.again, take: watch.take })
    return () => {
      watch.close()
      useReviewing.setState(noReviewing)
    }
  }, [id, connection, server])
  const events = useReviewing(({ review }) => review?.events.length ?? 0)
  useEffect(() => {
    if (events > 0) askTodos()
  }, [events])
  useEffect(() => {
    if (marks) useReviewing.setState({ unsettled: unsettledAt(chart, marks) })
  }, [chart, marks])
  return null
}
