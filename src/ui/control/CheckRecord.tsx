import { useState } from 'react'
import { Button, Input } from 'antd'
import type { Check, Evidence } from '../../model/control/measureLog.ts'
import type { ListedMeasure, MeasureList } from '../../model/control/measureList.ts'
import { checkResultName } from '../../text/paper/controlForms.ts'
import { measureDialog as words } from '../../text/screen/controlText.ts'
import { dayWords } from '../../text/screen/review.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useApi } from '../base/appServices.ts'
import { download } from '../base/download.ts'
import { useToasts } from '../base/toastContext.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import type { ControlDesk } from './useControlDesk.ts'

interface CheckRecordProps {
  readonly row: ListedMeasure
  readonly check: Check
  readonly may: MeasureList['may']
  readonly desk: ControlDesk
}

/** A check with its evidence. */
export function CheckRecord({ row, check, may, desk }: CheckRecordProps) {
  const [doing, setDoing] = useState<'evidence' | 'revoke' | null>(null)
  const { result, doneOn, at, by, note, revoked, evidence, wording } = check
  const name = by.name || words.unnamed
  return (
    <li className={revoked ? 'control-revoked' : ''}>
      <b>{checkResultName[result]}</b> {words.said(name, doneOn, dayWords(at))}
      {note !== '' && <p>{note}</p>}
      {wording !== row.text && <p className="field-help">{words.wordingThen(wording)}</p>}
      {revoked && <p>{words.revoked(revoked.by.name || words.unnamed, revoked.reason)}</p>}
      {evidence.map((one) => (
        <EvidenceLine key={one.evidence} row={row} evidence={one} />
      ))}
      {!revoked && may !== 'read' && doing === null && (
        <div className="control-acts">
          <Button size="small" onClick={() => setDoing('evidence')}>
            {words.handIn}
          </Button>
          <Button size="small" type="text" onClick={() => setDoing('revoke')}>
            {words.revoke}
          </Button>
        </div>
      )}
      {doing === 'evidence' && <EvidenceForm check={check.check} desk={desk} onDone={() => setDoing(null)} />}
      {doing === 'revoke' && <RevokeForm check={check.check} desk={desk} onDone={() => setDoing(null)} />}
    </li>
  )
}

interface EvidenceLineProps {
  readonly row: ListedMeasure
  readonly evidence: Evidence
}

function EvidenceLine({ row, evidence }: EvidenceLineProps) {
  const server = useApi().control
  const { message } = useToasts()
  const { name, file, text = '', on, isReplaced } = evidence
  const save = async () => {
    try {
      download({ name, blob: new Blob([await server.evidence(row.chart, evidence.evidence)]) })
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
  }
  return (
    <p>
      {file ? (
        <button type="button" className="control-link" onClick={() => void save()}>
          {name}
        </button>
      ) : (
        <b>{name}</b>
      )}{' '}
      {on && words.dated(on)} {text} {isReplaced && words.replaced}
    </p>
  )
}

interface RevokeFormProps {
  readonly check: string
  readonly desk: ControlDesk
  readonly onDone: () => void
}

function RevokeForm({ check, desk, onDone }: RevokeFormProps) {
  const [reason, setReason] = useState('')
  const save = async () => {
    if (await desk.give({ kind: 'revoke', check, reason })) onDone()
  }
  return (
    <div className="control-acts">
      <Input
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button danger onClick={() => void save()}>
        {words.revoke}
      </Button>
    </div>
  )
}
