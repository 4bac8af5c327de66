import { useState } from 'react'
import { Alert, Button, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import { batchPublish as text } from '../../text/messages/batchPublish.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { pathOf } from '../base/routes.ts'
import { OpenMatters } from '../publication/OpenMatters.tsx'
import { Preview } from '../publication/Preview.tsx'
import { PublishLayout } from '../publication/PublishLayout.tsx'
import { ReviewForm } from '../publication/ReviewForm.tsx'
import { ScanList } from '../publication/ScanList.tsx'
import { ReviewList } from './ReviewList.tsx'
import { wantsReason, type BatchReview, type ToReview } from './useBatchReview.ts'
import './BatchPreview.css'

interface BatchPreviewProps {
  readonly reviewing: BatchReview
  readonly onPublish: (reviewedBy: string) => void
}

/** Charts on the left, the exact public bytes of one in the middle, the decision on the right. */
export function BatchPreview({ reviewing, onPublish }: BatchPreviewProps) {
  const { items, looking, mark, explain } = reviewing
  const [at, setAt] = useState<Id | undefined>(items[0]?.id)
  const shown = items.find(({ id }) => id === at)
  const seen = items.filter(({ standing }) => standing === 'seen')
  if (!shown) return null
  const markShown = (as: 'seen' | 'unseen') => {
    if (as === 'seen' && wantsReason(shown)) return
    mark(shown, as)
    if (as === 'seen') setAt(nextUnseen(items, shown).id)
  }
  return (
    <PublishLayout
      list={
        <div className="batch-list">
          <Looking looking={looking} items={items} />
          <ReviewList
            items={items}
            at={shown}
            onAt={setAt}
            onMark={markShown}
            onUnmark={() => mark(shown, 'unseen')}
          />
          <p className="field-help">{text.keys}</p>
        </div>
      }
      preview={
        <Shown
          item={shown}
          onAgain={() => void looking.start([shown])}
          canAsk={looking.state === 'finished' || looking.state === 'stopped'}
        />
      }
    >
      <Marking item={shown} mark={markShown} explain={(despite) => explain(shown, despite)} />
      <ReviewForm
        hindrance={seen.length === 0 ? text.noneSeen : null}
        refused={null}
        act={text.publish(seen.length)}
        working={false}
        hash={seen.map(({ preview }) => preview?.hash).join(' ')}
        onPublish={onPublish}
      />
    </PublishLayout>
  )
}

interface MarkingProps {
  readonly item: ToReview
  readonly mark: (as: 'seen' | 'unseen') => void
  readonly explain: (despite: string) => void
}

/** What is found in the shown chart, the reason that it wants, and the mark. */
function Marking({ item, mark, explain }: MarkingProps) {
  const isUnexplained = wantsReason(item)
  return (
    <>
      <h3>{item.title}</h3>
      {item.preview && <ScanList scan={item.preview.scan} />}
      {item.preview && item.standing !== 'blocked' && (
        <OpenMatters open={item.preview.open} despite={item.despite} setDespite={explain} />
      )}
      {item.standing === 'blocked' && <p className="batch-blocked">{text.blocked}</p>}
      {/* Ignores key repeat, which would mark charts that nobody has seen. */}
      <div className="batch-mark" onKeyDown={(event) => event.repeat && event.preventDefault()}>
        {item.standing === 'seen' ? (
          <Button onClick={() => mark('unseen')}>{text.unsee}</Button>
        ) : (
          <Button
            disabled={item.standing !== 'unseen' || isUnexplained}
            title={isUnexplained ? publicationText.missing.despite : undefined}
            onClick={() => mark('seen')}
          >
            {text.see}
          </Button>
        )}
        <Button type="link" href={pathOf({ at: 'chart', chart: item.id })} target="_blank">
          {text.openChart}
        </Button>
      </div>
    </>
  )
}

/** The next chart below that can be marked, else the first above, else the same one. */
function nextUnseen(items: readonly ToReview[], from: ToReview): ToReview {
  const place = items.findIndex(({ id }) => id === from.id)
  const open = [...items.slice(place + 1), ...items.slice(0, place)].filter(
    ({ standing }) => standing === 'unseen' || standing === 'waiting',
  )
  return open[0] ?? from
}

function Looking({ looking, items }: Pick<BatchReview, 'looking' | 'items'>) {
  const { state, results, start, stop } = looking
  const seen = items.filter(({ standing }) => standing === 'seen').length
  const waiting = items.filter(({ standing }) => standing === 'waiting')
  if (state === 'running' || state === 'stopping')
    return (
      <p className="batch-count" role="status">
        {text.loading(items.length - waiting.length, items.length)}
        <Button size="small" disabled={state === 'stopping'} onClick={stop}>
          {text.stop}
        </Button>
      </p>
    )
  return (
    <p className="batch-count" role="status">
      {text.seenCount(seen, items.length)}
      {waiting.length > 0 && results.length > 0 && (
        <Button size="small" onClick={() => void start(waiting)}>
          {text.goOn(waiting.length)}
        </Button>
      )}
    </p>
  )
}

interface ShownProps {
  readonly item: ToReview
  readonly canAsk: boolean
  readonly onAgain: () => void
}

function Shown({ item: { preview, standing, why }, canAsk, onAgain }: ShownProps) {
  if (preview) return <Preview preview={preview} />
  if (standing === 'waiting' && !canAsk)
    return (
      <Spin description={text.state.waiting}>
        <div className="sheet-waiting" />
      </Spin>
    )
  return (
    <Alert
      type="warning"
      showIcon
      title={why ?? text.waiting}
      action={
        <Button disabled={!canAsk} onClick={onAgain}>
          {text.again}
        </Button>
      }
    />
  )
}
