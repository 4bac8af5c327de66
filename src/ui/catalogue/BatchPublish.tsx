/**
 * 批量公开: previews each chart; only charts that a person marked as seen are published, with the hash
 * of the bytes that were shown.
 */
import { useState } from 'react'
import { Button, Modal } from 'antd'
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import { batchPublish as text, notPosted } from '../../text/messages/batchPublish.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useEscape } from '../base/useEscape.ts'
import { BatchProgress } from './BatchProgress.tsx'
import { StopOrClose } from './StopOrClose.tsx'
import { BatchPreview } from './BatchPreview.tsx'
import { BatchOutcome } from './BatchResults.tsx'
import { planAgain, publishPlan, type PublishPlan } from './publishPlan.ts'
import { reviewed, useBatchReview, type ToPublish } from './useBatchReview.ts'
import { useBatchRun, type BatchItem, type BatchRun } from './useBatchRun.ts'
import { useApi } from '../base/appServices.ts'
import './BatchPublish.css'
import './BatchDialog.css'

interface BatchPublishProps {
  readonly rows: readonly CatalogueRow[]
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

type BatchStage = 'plan' | 'preview' | 'publishing'

export function BatchPublish({ rows, onDone, onClose }: BatchPublishProps) {
  const server = useApi().charts
  const [plan, setPlan] = useState(() => publishPlan(rows))
  const [stage, setStage] = useState<BatchStage>('plan')
  const reviewing = useBatchReview(plan.taken)
  const { items, looking } = reviewing
  const publishing = useBatchRun(async ({ id, publication }: ToPublish) => server.publish(id, publication))
  const look = () => {
    setStage('preview')
    void looking.start(plan.taken)
  }
  const again = useAgain((next) => {
    setPlan(next)
    setStage('plan')
  })
  const post = (reviewedBy: string) => {
    setStage('publishing')
    void publishing.start(reviewed(items, reviewedBy), async () => onDone())
  }
  const close = () => {
    looking.stop()
    publishing.stop()
    onClose()
  }
  // Esc does not close the dialog once charts are marked as seen.
  const isKept = stage === 'preview' && items.some(({ standing }) => standing === 'seen')
  useEscape(() => {
    if (!isKept) close()
  })
  return (
    <Modal
      keyboard={false}
      mask={{ closable: false }}
      open
      centered
      width={stage === 'preview' ? 1320 : 760}
      title={text.heading}
      onCancel={close}
      footer={
        <Foot
          stage={stage}
          plan={plan}
          publishing={publishing}
          onLook={look}
          onAgain={again}
          onClose={close}
        />
      }
    >
      {stage === 'plan' && <Plan plan={plan} />}
      {stage === 'preview' && <BatchPreview reviewing={reviewing} onPublish={post} />}
      {stage === 'publishing' && <Published publishing={publishing} />}
    </Modal>
  )
}

/** Reads the catalogue again, because changed charts may need a new approval. */
function useAgain(take: (plan: PublishPlan) => void): (failed: readonly BatchItem[]) => void {
  const catalogue = useApi().catalogue
  const { message } = useToasts()
  return (failed) =>
    void catalogue.read().then(
      ({ charts }) => take(planAgain(failed, charts)),
      (error: unknown) => void message.error({ content: sayServerError(error), duration: 8 }),
    )
}

function Plan({ plan: { taken, leftOut } }: { readonly plan: PublishPlan }) {
  const count = leftOut.reduce((sum, { names }) => sum + names.length, 0)
  return (
    <div className="batch-order">
      <p>
        <strong>{text.taken(taken.length)}</strong>
      </p>
      {taken.length > 0 && <p>{text.how}</p>}
      {taken.length > 0 && <p className="field-help">{text.style}</p>}
      {count > 0 && (
        <section className="batch-left-out" aria-label={text.leftOut(count)}>
          <p>{text.leftOut(count)}</p>
          <dl>
            {leftOut.map(({ why, names }) => (
              <div key={why}>
                <dt>{text.leftOutFor(notPosted[why], names.length)}</dt>
                <dd>{text.names(names)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}

interface PublishedProps {
  readonly publishing: BatchRun<{ readonly link: string }, ToPublish>
}

function Published({ publishing: { results, state, all } }: PublishedProps) {
  const good = results.flatMap((result) => (result.ok ? [result] : []))
  return (
    <div aria-live="polite" className="batch-results">
      <BatchProgress done={results} all={all} state={state} />
      <BatchOutcome results={results} state={state} all={all} />
      {good.length > 0 && (
        <ul className="batch-published" aria-label={text.posted}>
          {good.map(({ id, title, value }) => (
            <li key={id}>
              <a href={value.link} target="_blank" rel="noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface FootProps {
  readonly stage: BatchStage
  readonly plan: PublishPlan
  readonly publishing: BatchRun<unknown, ToPublish>
  readonly onLook: () => void
  readonly onAgain: (failed: readonly BatchItem[]) => void
  readonly onClose: () => void
}

function Foot({ stage, plan: { taken }, publishing, onLook, onAgain, onClose }: FootProps) {
  const { results, state } = publishing
  const failed = results.flatMap(({ ok, id, title }) => (ok ? [] : [{ id, title }]))
  const isOver = state === 'finished' || state === 'stopped'
  return (
    <div className="dialog-foot">
      <span className="grow" />
      {stage === 'publishing' ? (
        <StopOrClose state={state} onStop={publishing.stop} onClose={onClose} />
      ) : (
        <StopOrClose state="waiting" onStop={onClose} onClose={onClose} />
      )}
      {stage === 'plan' && (
        <Button type="primary" disabled={taken.length === 0} onClick={onLook}>
          {text.look(taken.length)}
        </Button>
      )}
      {stage === 'publishing' && isOver && failed.length > 0 && (
        <Button type="primary" onClick={() => onAgain(failed)}>
          {text.lookAgain(failed.length)}
        </Button>
      )}
    </div>
  )
}
