import { useState } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import { issueText, marksText } from '../../text/screen/review.ts'
import { useChart } from '../openChart/chartContext.ts'
import { setSession, useSession } from '../openChart/session.ts'
import type { MarkFilter } from './markFilter.ts'
import { everyMark, neighbour, shownMarks } from './markFilter.ts'
import { MarkFilters } from './MarkFilters.tsx'
import { MarkForm } from './MarkForm.tsx'
import { MarkItem } from './MarkItem.tsx'
import type { DraftReply } from './MarkItem.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import { showMark } from './showMark.ts'
import type { ReviewDesk } from './useReviewDesk.ts'
import { useReviewKeys } from './useReviewKeys.ts'
import './MarkList.css'
import './reviewActs.css'

/** The marks of the chart: filter, walk, reply, add. */
export function MarkList({ desk }: { readonly desk: ReviewDesk }) {
  const chart = useChart()
  const { marks } = desk.review
  const [filter, setFilter] = useState<MarkFilter>(everyMark)
  const selected = useSession((session) => session.selection.steps)
  const at = useSession((session) => session.activeReviewMark)
  const [draft, setDraft] = useState<DraftReply | null>(null)
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<Id> | null>(null)
  const shown = shownMarks(marks, filter, { chart, selected, isMine: desk.isMine })
  const go = (way: 1 | -1) => {
    setDraft(null)
    const mark = neighbour(shown, at, way)
    if (mark) showMark(chart, mark)
  }
  const current = shown.find(({ id }) => id === at)
  useReviewKeys({
    next: () => go(1),
    previous: () => go(-1),
    accept: () => current && void desk.give({ kind: 'accept', mark: current.id, text: '' }),
    sendBack: () => setDraft(current ? 'return' : null),
    add: () => setAdding(true),
  })
  const choose = (id: Id) => setChosen(chosen && toggled(chosen, id))
  return (
    <section className="marks" aria-label={marksText.count(shown.length, marks.length)}>
      <MarkTools desk={desk} onAdd={() => setAdding(!adding)} onNotice={() => setChosen(new Set())} />
      {adding && <MarkForm desk={desk} onDone={() => setAdding(false)} />}
      {chosen && <NoticeForm desk={desk} marks={chosen} onDone={() => setChosen(null)} />}
      {marks.length > 0 && <MarkFilters filter={filter} onFilter={setFilter} />}
      {marks.length > 0 && <Walk shown={shown.length} all={marks.length} onGo={go} />}
      {marks.length === 0 && <p className="field-help">{marksText.none}</p>}
      {marks.length > 0 && shown.length === 0 && <p className="field-help">{marksText.noneShown}</p>}
      <ul className="mark-list">
        {shown.map((mark: ReviewMark) => (
          <MarkItem
            key={mark.id}
            mark={mark}
            chart={chart}
            desk={desk}
            current={mark.id === at}
            draft={mark.id === at ? draft : null}
            onSay={(next) => {
              setSession({ activeReviewMark: mark.id })
              setDraft(next)
            }}
            chosen={chosen?.has(mark.id)}
            onChoose={() => choose(mark.id)}
          />
        ))}
      </ul>
      {marks.length > 0 && <p className="field-help">{marksText.keys}</p>}
    </section>
  )
}

function toggled(chosen: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

interface MarkToolsProps {
  readonly desk: ReviewDesk
  readonly onAdd: () => void
  readonly onNotice: () => void
}

function MarkTools({ desk, onAdd, onNotice }: MarkToolsProps) {
  const whyNotMark = desk.why({ kind: 'mark', target: { on: 'chart' }, what: 'missedRisk', text: '' })
  return (
    <div className="review-acts">
      <Button
        type="primary"
        ghost
        disabled={whyNotMark !== undefined}
        title={whyNotMark ?? marksText.addHint}
        onClick={onAdd}
      >
        {marksText.add}
      </Button>
      {desk.review.marks.length > 0 && (
        <Button
          disabled={whyNotMark !== undefined}
          title={whyNotMark ?? issueText.makeHint}
          onClick={onNotice}
        >
          {issueText.make}
        </Button>
      )}
    </div>
  )
}

interface WalkProps {
  readonly shown: number
  readonly all: number
  readonly onGo: (way: 1 | -1) => void
}

function Walk({ shown, all, onGo }: WalkProps) {
  return (
    <div className="mark-walk">
      <span className="field-help">{marksText.count(shown, all)}</span>
      <Button type="text" size="small" onClick={() => onGo(-1)}>
        {marksText.previous}
      </Button>
      <Button type="text" size="small" onClick={() => onGo(1)}>
        {marksText.next}
      </Button>
    </div>
  )
}
