import { useState } from 'react'
import { Button, Checkbox, Modal, Radio } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { batchFormats } from '../../files/catalogue/chartBundle.ts'
import { chartsOf, type CatalogueRow } from '../../model/catalogue/row.ts'
import { paperNames } from '../../sheet/papers.ts'
import { batchText as text } from '../../text/screen/catalogue.ts'
import { posterDialog } from '../../text/screen/poster.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { paperName } from '../../text/terms.ts'
import { useEscape } from '../base/useEscape.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { BatchProgress } from './BatchProgress.tsx'
import { BatchResults } from './BatchResults.tsx'
import { StepsField } from '../base/fields/StepsField.tsx'
import type { BatchWish } from './exportedChart.ts'
import { StopOrClose } from './StopOrClose.tsx'
import { useBatch } from './useBatch.ts'
import type { Catalogue } from './useCatalogue.ts'
import type { RunState } from './useBatchRun.ts'
import './BatchDialog.css'

/** With the writers that say what their files leave out. */
const OtherFormats = lazyPart(async () => (await import('./OtherFormats.tsx')).OtherFormats)

const BatchPublish = lazyPart(async () => (await import('./BatchPublish.tsx')).BatchPublish)

export type BatchJob = 'check' | 'export' | 'publish'

interface BatchDialogProps {
  readonly job: BatchJob
  readonly rows: readonly CatalogueRow[]
  readonly catalogue: Catalogue
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** 批量: shows the plan, the progress and the failures of a batch. */
export function BatchDialog({ job, onDone, ...batch }: BatchDialogProps) {
  if (job === 'publish') return <BatchPublish rows={batch.rows} onDone={onDone} onClose={batch.onClose} />
  return <BatchWork job={job} {...batch} />
}

/** Defaults: internal edition on a page size that every office printer has. */
const firstWish: BatchWish = {
  formats: ['pdf', 'register'],
  edition: 'internal',
  paper: 'A3',
  watermark: true,
  steps: 'plain',
  phases: false,
  others: [],
}

interface BatchWorkProps extends Omit<BatchDialogProps, 'job' | 'onDone'> {
  readonly job: 'check' | 'export'
}

function BatchWork({ job, rows, catalogue, onClose }: BatchWorkProps) {
  const [wish, setWish] = useState<BatchWish>(firstWish)
  const charts = chartsOf(rows)
  const { results, state, start, stop } = useBatch({ job, rows, charts, catalogue, wish })
  const close = () => {
    stop()
    onClose()
  }
  useEscape(close)
  const isReady = charts.length > 0 && (job !== 'export' || wish.formats.length > 0)
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
        <div className="batch-order">
          <p>{text.counts(charts.length, rows.filter(({ chart }) => !chart).length)}</p>
          {job === 'export' && <Wish wish={wish} onWish={setWish} />}
        </div>
      ) : (
        <>
          <BatchProgress done={results} all={charts.length} state={state} />
          <BatchResults results={results} state={state} all={charts.length} />
        </>
      )}
    </Modal>
  )
}

interface FootProps {
  readonly state: RunState
  readonly isReady: boolean
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}

function Foot({ state, isReady, onStart, onStop, onClose }: FootProps) {
  return (
    <div className="dialog-foot">
      <span className="grow" />
      <StopOrClose state={state} onStop={onStop} onClose={onClose} />
      {state === 'waiting' && (
        <Button type="primary" disabled={!isReady} onClick={onStart}>
          {text.start}
        </Button>
      )}
    </div>
  )
}

const papers = paperNames.map((value) => ({ value, label: paperName(value) }))
const formats = batchFormats.map((value) => ({ value, label: text.format[value] }))
const editions = (['internal', 'external'] as const).map((value) => ({ value, label: text.editions[value] }))

interface WishProps {
  readonly wish: BatchWish
  readonly onWish: (wish: BatchWish) => void
}

function Wish({ wish, onWish }: WishProps) {
  return (
    <>
      <Checkbox.Group
        aria-label={text.formats}
        options={formats}
        value={[...wish.formats]}
        onChange={(next) => onWish({ ...wish, formats: next })}
      />
      <OtherFormats wish={wish} onWish={onWish} />
      <Radio.Group
        aria-label={text.edition}
        options={editions}
        value={wish.edition}
        onChange={(event) => onWish({ ...wish, edition: event.target.value as BatchWish['edition'] })}
      />
      <Field label={exportDialog.paper}>
        <Choice
          label={exportDialog.paper}
          value={wish.paper}
          options={papers}
          onChoose={(paper) => paper && onWish({ ...wish, paper })}
        />
      </Field>
      <StepsField
        isExternal={wish.edition === 'external'}
        steps={wish.steps}
        onChoose={(steps) => onWish({ ...wish, steps })}
      />
      <Checkbox checked={wish.phases} onChange={(event) => onWish({ ...wish, phases: event.target.checked })}>
        {posterDialog.phases}
      </Checkbox>
      {wish.edition === 'internal' ? (
        <Checkbox
          checked={wish.watermark}
          onChange={(event) => onWish({ ...wish, watermark: event.target.checked })}
        >
          {posterDialog.watermark}
        </Checkbox>
      ) : (
        <p className="field-help">{text.noRegisters}</p>
      )}
    </>
  )
}
