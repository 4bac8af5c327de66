import { useDeferredValue, useMemo, useState } from 'react'
import { Button, Input, Modal } from 'antd'
import type { Chart } from '../../model/chart.ts'
import { limitsWith, replaceText, textHits, type TextHit } from '../../model/edits/replaceText.ts'
import { replaceWords } from '../../text/screen/replaceWords.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { useEscape } from '../base/useEscape.ts'
import { hitPlace } from './hitPlace.ts'
import './ReplaceDialog.css'

/** More lines than this are not listed; what they stand for is replaced all the same, and said. */
const listed = 300

/** 查找替换 over all text of the chart: each place before and after, chosen one by one, replaced as one edit. */
export function ReplaceDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const chart = useChart()
  const situation = useSituation()
  const [find, setFind] = useState('')
  const [by, setBy] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const asked = useDeferredValue(find)
  const hits = useMemo(() => textHits(chart, { find: asked, by }), [chart, asked, by])
  const open = hits.filter(({ whyNot }) => whyNot === null)
  const chosen = open.filter(({ key }) => !left.has(key))
  const apply = () => {
    const { edit, sayDone } = situation()
    const keys = new Set(chosen.map(({ key }) => key))
    if (!edit((now) => replaceText(now, { find: asked, by }, keys))) return
    sayDone(replaceWords.done(keys.size, by))
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={760}
      title={replaceWords.heading}
      onCancel={onClose}
      footer={
        <div className="dialog-foot">
          <span className="grow" aria-live="polite">
            {hits.length > 0 && replaceWords.found(hits.length, chosen.length)}
          </span>
          <Button onClick={onClose}>{replaceWords.cancel}</Button>
          <Button
            type="primary"
            disabled={chosen.length === 0 || asked !== find || by === asked}
            onClick={apply}
          >
            {replaceWords.apply(chosen.length)}
          </Button>
        </div>
      }
    >
      <div className="replace-fields">
        <TextToType label={replaceWords.find} text={find} onText={setFind} isFirst />
        <TextToType label={replaceWords.by} text={by} onText={setBy} />
      </div>
      {hits.length === 0 ? (
        <p className="field-help">{asked.trim() === '' ? replaceWords.hint : replaceWords.none(asked)}</p>
      ) : (
        <HitList chart={chart} find={asked} hits={hits} left={left} onLeft={setLeft} />
      )}
      <InLimits chart={chart} find={asked} />
    </Modal>
  )
}

interface TextToTypeProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly isFirst?: true
}

function TextToType({ label, text, onText, isFirst }: TextToTypeProps) {
  return (
    <label>
      {label}
      <Input autoFocus={isFirst ?? false} value={text} onChange={(event) => onText(event.target.value)} />
    </label>
  )
}

function InLimits({ chart, find }: { readonly chart: Chart; readonly find: string }) {
  const count = limitsWith(chart, find)
  return count > 0 && <p className="field-help">{replaceWords.limits(count)}</p>
}

interface HitListProps {
  readonly chart: Chart
  readonly find: string
  readonly hits: readonly TextHit[]
  /** Keys of those that are not to be replaced. */
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}

function HitList({ chart, find, hits, left, onLeft }: HitListProps) {
  const toggle = (key: string) => {
    const now = new Set(left)
    if (!now.delete(key)) now.add(key)
    onLeft(now)
  }
  return (
    <>
      <p className="replace-choose">
        <Button size="small" onClick={() => onLeft(new Set())}>
          {replaceWords.all}
        </Button>
        <Button size="small" onClick={() => onLeft(new Set(hits.map(({ key }) => key)))}>
          {replaceWords.nothing}
        </Button>
      </p>
      <ul className="replace-hits">
        {hits.slice(0, listed).map((hit) => (
          <Hit
            key={hit.key}
            hit={hit}
            chart={chart}
            find={find}
            isChosen={hit.whyNot === null && !left.has(hit.key)}
            onToggle={() => toggle(hit.key)}
          />
        ))}
      </ul>
      {hits.length > listed && <p className="field-help">{replaceWords.more(hits.length - listed)}</p>}
    </>
  )
}

interface HitProps {
  readonly hit: TextHit
  readonly chart: Chart
  readonly find: string
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function Hit({ hit, chart, find, isChosen, onToggle }: HitProps) {
  const { before, after, whyNot, isInternal } = hit
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} disabled={whyNot !== null} onChange={onToggle} />
        <span className="replace-hit">
          <span className="replace-place">
            {hitPlace(chart, hit)}
            {isInternal && <em>{replaceWords.internal}</em>}
          </span>
          <span className="replace-before">
            {before.split(find).map((part, at) => (
              // The parts have nothing but their order.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={at}>
                {at > 0 && <mark>{find}</mark>}
                {part}
              </span>
            ))}
          </span>
          {whyNot === null ? (
            <span className="replace-after">→ {after === '' ? replaceWords.emptied : after}</span>
          ) : (
            <span className="replace-why">{replaceWords.whyNot[whyNot]}</span>
          )}
        </span>
      </label>
    </li>
  )
}
