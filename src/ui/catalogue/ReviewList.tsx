import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Id } from '../../model/chart.ts'
import { batchPublish as text } from '../../text/messages/batchPublish.ts'
import type { ToReview } from './useBatchReview.ts'
import './ReviewList.css'

interface ReviewListProps {
  readonly items: readonly ToReview[]
  readonly at: ToReview
  readonly onAt: (id: Id) => void
  /** Marks the shown chart as seen and shows the next. */
  readonly onMark: (as: 'seen') => void
  readonly onUnmark: () => void
}

/** List with keyboard review. Only the shown chart can be marked; key repeat is ignored. */
export function ReviewList({ items, at, onAt, onMark, onUnmark }: ReviewListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.focus(), [])
  useEffect(() => {
    document.getElementById(optionId(at.id))?.scrollIntoView({ block: 'nearest' })
  }, [at.id])
  const place = items.findIndex(({ id }) => id === at.id)
  const go = (to: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, to))]
    if (item) onAt(item.id)
  }
  const acts: { readonly [key: string]: () => void } = {
    ArrowDown: () => go(place + 1),
    ArrowUp: () => go(place - 1),
    Home: () => go(0),
    End: () => go(items.length - 1),
  }
  const marks: { readonly [key: string]: () => void } = {
    Enter: () => at.standing === 'unseen' && onMark('seen'),
    ' ': () => (at.standing === 'seen' ? onUnmark() : at.standing === 'unseen' && onMark('seen')),
  }
  const onKey = (event: KeyboardEvent) => {
    const act = acts[event.key] ?? (event.repeat ? undefined : marks[event.key])
    if (acts[event.key] ?? marks[event.key]) event.preventDefault()
    act?.()
  }
  return (
    <ul
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={text.list}
      aria-activedescendant={optionId(at.id)}
      className="review-list"
      onKeyDown={onKey}
    >
      {items.map((item) => (
        <Option key={item.id} item={item} isShown={item.id === at.id} onAt={onAt} />
      ))}
    </ul>
  )
}

function optionId(id: Id): string {
  return `review-${id}`
}

interface OptionProps {
  readonly item: ToReview
  readonly isShown: boolean
  readonly onAt: (id: Id) => void
}

function Option({ item: { id, title, standing, preview }, isShown, onAt }: OptionProps) {
  const findings = preview?.scan.filter(({ blocks }) => !blocks).length ?? 0
  return (
    <li
      id={optionId(id)}
      role="option"
      aria-selected={isShown}
      aria-checked={standing === 'seen'}
      className={`review-item review-${standing}`}
      onClick={() => onAt(id)}
    >
      <span>{title}</span>
      <small>
        {text.state[standing]}
        {findings > 0 && <b>{text.findings(findings)}</b>}
      </small>
    </li>
  )
}
