import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { ReviewCommand } from '../../model/review/decide.ts'
import { whyNot } from '../../model/review/decide.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import { may } from '../../protocol/roles.ts'
import {
  dayWords,
  markKindName,
  marksText,
  markStateName,
  reviewRefusals,
  reviewText,
  sayTarget,
  workListText,
} from '../../text/screen/review.ts'
import { SayForm } from './SayField.tsx'
import type { WorkPlace, WorkRow } from './workRows.ts'
import { reviewIn } from './workRows.ts'
import './WorkChart.css'
import './reviewActs.css'
import './MarkItem.css'
import './MarkList.css'
import './NoticeList.css'

interface WorkChartProps {
  readonly row: WorkRow
  /** Position of the cursor. */
  readonly at: Id | null
  readonly returning: boolean
  readonly onAt: (place: Id) => void
  readonly onReturning: (returning: boolean) => void
  readonly onOpen: (place: Omit<WorkPlace, 'id'>) => void
  readonly onGive: (chart: Id, command: ReviewCommand) => Promise<boolean>
}

/** A chart with the marks that pass the filter. */
export function WorkChart(props: WorkChartProps) {
  const { row, at, onAt, onOpen } = props
  const { listed, rung, counts, overdue, marks } = row
  const head = useInSight<HTMLButtonElement>(at === listed.id)
  return (
    <section className="work-chart">
      <button
        ref={head}
        type="button"
        className="work-row"
        aria-current={at === listed.id}
        onFocus={() => onAt(listed.id)}
        onClick={() => onOpen({ chart: listed.id, mark: null })}
      >
        <strong>{listed.title || workListText.untitled}</strong>
        <span>{listed.unit}</span>
        <span>
          {rung}
          {listed.approved && <em className="work-approved">{workListText.approved}</em>}
        </span>
        <span className="work-counts">
          {(['open', 'done', 'returned'] as const).map((state) => (
            <span key={state} className={counts[state] > 0 ? `mark-state mark-state-${state}` : 'work-zero'}>
              {workListText.counts[state]} {counts[state]}
            </span>
          ))}
          {overdue > 0 && (
            <strong className="notice-overdue">
              {workListText.counts.overdue} {overdue}
            </strong>
          )}
        </span>
      </button>
      {marks.length > 0 && (
        <ul className="mark-list" aria-label={workListText.marksOf(listed.title)}>
          {marks.map((mark) => (
            <WorkMark key={mark.id} {...props} mark={mark} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface WorkMarkProps extends WorkChartProps {
  readonly mark: ReviewMark
}

/** The list does not load charts; a mark shows the name stored with it. */
function WorkMark({ row, at, returning, onAt, onReturning, onOpen, onGive, mark }: WorkMarkProps) {
  const { listed } = row
  const place = `${listed.id} ${mark.id}`
  const current = at === place
  const item = useInSight<HTMLLIElement>(current)
  const name = mark.target.on === 'chart' ? '' : mark.target.name
  const reviewer = {
    ...mark.by,
    may: (right: 'write' | 'mark' | 'reply' | 'share') => may(listed.role, right),
  }
  const why = (kind: 'accept' | 'return') => {
    const code = whyNot(reviewIn(listed), { kind, mark: mark.id, text: marksText.reason }, reviewer)
    return code && reviewRefusals[code]
  }
  return (
    <li ref={item} className={current ? 'mark mark-current' : 'mark'} aria-current={current}>
      <div className="mark-head">
        <span className={`mark-state mark-state-${mark.state}`}>{markStateName[mark.state]}</span>
        <button type="button" className="mark-target" onClick={() => onAt(place)}>
          <b>{markKindName[mark.kind]}</b> {sayTarget(mark.target, { name, gone: false })}　{mark.text}
        </button>
        <small>{reviewText.said(mark.by.name || reviewText.unsigned, dayWords(mark.at))}</small>
      </div>
      {current && (
        <div className="review-acts">
          <Button size="small" onClick={() => onOpen({ chart: listed.id, mark })}>
            {workListText.open}
          </Button>
          <Button
            size="small"
            disabled={why('accept') !== undefined}
            title={why('accept')}
            onClick={() => void onGive(listed.id, { kind: 'accept', mark: mark.id, text: '' })}
          >
            {marksText.accept}
          </Button>
          <Button
            size="small"
            disabled={why('return') !== undefined}
            title={why('return')}
            onClick={() => onReturning(!returning)}
          >
            {marksText.return}
          </Button>
        </div>
      )}
      {current && returning && (
        <SayForm
          label={marksText.reason}
          confirm={marksText.return}
          cancel={marksText.cancel}
          onSay={async (text) => onGive(listed.id, { kind: 'return', mark: mark.id, text })}
          onDone={() => onReturning(false)}
        />
      )}
    </li>
  )
}

/** Scrolls the cursor into view. */
function useInSight<E extends HTMLElement>(current: boolean) {
  const place = useRef<E>(null)
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return place
}
