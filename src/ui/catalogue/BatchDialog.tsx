import { useState } from 'react'
import { Button, Checkbox, Input, Modal, Progress, Radio } from 'antd'
import { chartsOf, type CatalogueChart, type CatalogueRow } from '../../model/catalogue/row.ts'
import { batchText as text } from '../../text/catalogue.ts'
import { useEscape } from '../useEscape.ts'
import { BatchResults } from './BatchResults.tsx'
import type { BatchJob } from './CatalogueDialogs.tsx'
import type { Catalogue } from './useCatalogue.ts'
import { useBatch, type BatchOrder, type BatchState } from './useBatch.ts'

interface BatchDialogProps {
  readonly job: BatchJob
  readonly rows: readonly CatalogueRow[]
  readonly catalogue: Catalogue
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** 批量: what will be done, how far it is, what did not work. */
export function BatchDialog({ job, rows, catalogue, onDone, onClose }: BatchDialogProps) {
  const [order, setOrder] = useState<BatchOrder>({
    formats: ['pdf', 'register'],
    edition: 'internal',
    reviewedBy: '',
  })
  const charts = chartsOf(rows)
  const taken = job === 'publish' ? charts.filter(isPostable) : charts
  const { results, state, start, stop } = useBatch({ job, rows, charts: taken, catalogue, order, onDone })
  const close = () => {
    stop()
    onClose()
  }
  useEscape(close)
  const isReady = taken.length > 0 && isWhole(job, order)
  return (
    <Modal
      keyboard={false}
      mask={{ closable: false }}
      open
      centered
      width={760}
      title={text.heading[job]}
      onCancel={close}
      footer={
        <Foot state={state} isReady={isReady} onStart={() => void start()} onStop={stop} onClose={close} />
      }
    >
      {state === 'waiting' ? (
        <Order
          job={job}
          order={order}
          onOrder={setOrder}
          rows={rows}
          taken={taken.length}
          all={charts.length}
        />
      ) : (
        <>
          <Progress
            percent={Math.round((results.length / Math.max(1, taken.length)) * 100)}
            format={() => text.progress(results.length, taken.length)}
            status={state === 'running' ? 'active' : results.some(({ ok }) => !ok) ? 'exception' : 'normal'}
          />
          <BatchResults results={results} state={state} all={taken.length} />
        </>
      )}
    </Modal>
  )
}

function isWhole(job: BatchJob, { reviewedBy, formats }: BatchOrder): boolean {
  if (job === 'publish') return reviewedBy.trim() !== ''
  return job !== 'export' || formats.length > 0
}

interface FootProps {
  readonly state: BatchState
  readonly isReady: boolean
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}

function Foot({ state, isReady, onStart, onStop, onClose }: FootProps) {
  return (
    <div className="dialog-foot">
      <span className="grow" />
      {state === 'running' ? (
        <Button onClick={onStop}>{text.cancel}</Button>
      ) : (
        <Button onClick={onClose}>{text.close}</Button>
      )}
      {state === 'waiting' && (
        <Button type="primary" disabled={!isReady} onClick={onStart}>
          {text.start}
        </Button>
      )}
    </div>
  )
}

/** Approved as it is now, one's own, and with something for the public. */
function isPostable({ role, review, digest }: CatalogueChart): boolean {
  return role === 'owner' && digest?.hasExternal === true && review?.approved === true && !review.changed
}

interface OrderProps {
  readonly job: BatchJob
  readonly order: BatchOrder
  readonly onOrder: (order: BatchOrder) => void
  readonly rows: readonly CatalogueRow[]
  readonly taken: number
  readonly all: number
}

const formats = (['pdf', 'png', 'register', 'json'] as const).map((value) => ({
  value,
  label: text.format[value],
}))
const editions = (['internal', 'external'] as const).map((value) => ({ value, label: text.editions[value] }))

function Order({ job, order, onOrder, rows, taken, all }: OrderProps) {
  return (
    <div className="batch-order">
      <p>{text.counts(all, rows.filter(({ chart }) => !chart).length)}</p>
      {job === 'export' && (
        <>
          <Checkbox.Group
            aria-label={text.formats}
            options={formats}
            value={[...order.formats]}
            onChange={(next) => onOrder({ ...order, formats: next })}
          />
          <Radio.Group
            aria-label={text.edition}
            options={editions}
            value={order.edition}
            onChange={(event) => onOrder({ ...order, edition: event.target.value as BatchOrder['edition'] })}
          />
        </>
      )}
      {job === 'export' && order.edition === 'external' && <p className="field-help">{text.noRegisters}</p>}
      {job === 'publish' && (
        <>
          <p>{text.approvedOnly(taken, all - taken)}</p>
          <label className="field">
            <span>{text.reviewedBy}</span>
            <Input
              placeholder={text.reviewedByHint}
              value={order.reviewedBy}
              onChange={(event) => onOrder({ ...order, reviewedBy: event.target.value })}
            />
          </label>
        </>
      )}
    </div>
  )
}
