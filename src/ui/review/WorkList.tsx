/** 审核工作台: the charts this person may review, with their open work; opens a chart at a mark. */
import { useCallback, useState } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { ReviewCommand } from '../../model/review/decide.ts'
import { whyNot } from '../../model/review/decide.ts'
import { may } from '../../protocol/roles.ts'
import { dayWords, reviewRefusals, reviewText, workListText } from '../../text/screen/review.ts'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { FirstFrame } from '../base/FirstFrame.tsx'
import { useApi, useAppServices } from '../base/appServices.ts'
import { navigate } from '../base/routes.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { neighbour } from './markFilter.ts'
import type { ListedReview } from '../base/api/reviewApi.ts'
import { useReviewKeys } from './useReviewKeys.ts'
import { WorkFilters } from './WorkFilters.tsx'
import type { WorkFilter, WorkPlace } from './workRows.ts'
import { allWork, reviewPlacesOf, reviewIn, workRows } from './workRows.ts'
import { NoticeRegister } from './NoticeRegister.tsx'
import { WorkChart } from './WorkChart.tsx'
import './WorkList.css'

export function WorkList() {
  const server = useApi().review
  const [asked, again] = useRequest(useCallback(async () => server.list(), [server]))
  return (
    <FirstFrame at="review" actions={<Button onClick={again}>{workListText.refresh}</Button>}>
      <div className="work">
        <p className="field-help">{workListText.lead}</p>
        {asked.state === 'loaded' ? (
          <Listed list={asked.value} again={again} />
        ) : (
          <>
            {asked.state === 'failed' && asked.fault === 'not-signed-in' ? (
              <p>{workListText.none}</p>
            ) : (
              <RequestFailure request={asked} again={again} />
            )}
          </>
        )}
      </div>
    </FirstFrame>
  )
}

interface ListedProps {
  readonly list: readonly ListedReview[]
  readonly again: () => void
}

function Listed({ list, again }: ListedProps) {
  const { now } = useAppServices()
  const [filter, setFilter] = useState<WorkFilter>(allWork)
  const [at, setAt] = useState<Id | null>(null)
  const [returning, setReturning] = useState(false)
  const rows = workRows(list, filter, dayWords(now()))
  const places = reviewPlacesOf(rows)
  const here = places.find(({ id }) => id === at)
  const give = useGiving(list, again)
  const go = (way: 1 | -1) => {
    setReturning(false)
    setAt(neighbour(places, at, way)?.id ?? null)
  }
  useReviewKeys({
    next: () => go(1),
    previous: () => go(-1),
    accept: () => here?.mark && void give(here.chart, { kind: 'accept', mark: here.mark.id, text: '' }),
    sendBack: () => setReturning(here?.mark != null),
    open: () => here && open(here),
  })
  if (list.length === 0) return <p>{workListText.none}</p>
  return (
    <>
      <WorkFilters list={list} filter={filter} onFilter={setFilter} />
      {rows.length === 0 && <p className="field-help">{workListText.noneShown}</p>}
      {rows.map((row) => (
        <WorkChart
          key={row.listed.id}
          row={row}
          at={at}
          returning={returning}
          onAt={(place) => {
            setReturning(false)
            setAt(place)
          }}
          onReturning={setReturning}
          onOpen={open}
          onGive={give}
        />
      ))}
      <NoticeRegister list={list} />
    </>
  )
}

function open({ chart, mark }: Omit<WorkPlace, 'id'>): void {
  navigate({ at: 'chart', chart, ...(mark ? { mark: mark.id } : {}) })
}

/** Sends a command for a chart and reloads the list; shows the reason if it is refused. */
function useGiving(list: readonly ListedReview[], again: () => void) {
  const server = useApi().review
  const { message } = useToasts()
  return async (chart: Id, command: ReviewCommand): Promise<boolean> => {
    const listed = list.find(({ id }) => id === chart)
    const code = listed && whyNot(reviewIn(listed), command, reviewerIn(listed))
    if (code !== undefined) {
      void message.warning({ content: reviewRefusals[code], key: 'review' })
      return false
    }
    try {
      await server.give(chart, command)
      again()
      return true
    } catch (error) {
      void message.error({ content: sayServerError(error) || reviewText.notConnected, duration: 8 })
      return false
    }
  }
}

function reviewerIn({ role }: ListedReview) {
  return {
    id: '',
    name: '',
    post: '',
    may: (right: 'write' | 'mark' | 'reply' | 'share') => may(role, right),
  }
}
