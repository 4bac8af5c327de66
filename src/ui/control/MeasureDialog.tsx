/** One time of a measure: what it says, what was done, and what is entered now. */
import { useState } from 'react'
import { Button, Modal } from 'antd'
import { settles } from '../../model/control/measureRows.ts'
import type { Day } from '../../model/control/controlEvent.ts'
import type { ListedMeasure, MeasureList } from '../../model/control/measureList.ts'
import { dueOf } from '../../model/control/measureList.ts'
import { readSchedule } from '../../model/time/readSchedule.ts'
import { measureFormWords, measureStateName } from '../../text/paper/controlForms.ts'
import {
  controlText,
  measureDialog as words,
  saySchedule,
  sayScheduleFault,
} from '../../text/screen/controlText.ts'
import { navigate } from '../base/routes.ts'
import { useEscape } from '../base/useEscape.ts'
import { CheckForm } from './CheckForm.tsx'
import { CheckRecord } from './CheckRecord.tsx'
import { MoveForm } from './MoveForm.tsx'
import { useControlDesk } from './useControlDesk.ts'
import { WhoEnters } from './WhoEnters.tsx'
import './MeasureDialog.css'

interface MeasureDialogProps {
  readonly row: ListedMeasure
  readonly may: MeasureList['may']
  readonly today: Day
  readonly onDone: () => void
  readonly onClose: () => void
}

export function MeasureDialog({ row, may, today, onDone, onClose }: MeasureDialogProps) {
  useEscape(onClose)
  const desk = useControlDesk(row, onDone)
  const [moving, setMoving] = useState(false)
  const isSettled = row.check !== undefined && settles(row.check.result)
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={760}
      title={row.text}
      onCancel={onClose}
      footer={
        <div className="dialog-foot">
          <Button type="link" onClick={() => navigate({ at: 'chart', chart: row.chart })}>
            {words.openChart}
          </Button>
          <span className="grow" />
          <Button onClick={onClose}>{words.close}</Button>
        </div>
      }
    >
      <Facts row={row} />
      {may === 'read' ? (
        <p className="field-help">{words.readOnly}</p>
      ) : (
        <>
          <WhoEnters />
          {isSettled ? (
            <p className="field-help">{words.settled}</p>
          ) : (
            <CheckForm row={row} today={today} desk={desk} />
          )}
          {!isSettled && row.scheduled !== undefined && !moving && (
            <Button size="small" onClick={() => setMoving(true)}>
              {words.move}
            </Button>
          )}
          {moving && row.scheduled !== undefined && (
            <MoveForm row={row} scheduled={row.scheduled} desk={desk} onDone={() => setMoving(false)} />
          )}
        </>
      )}
      <h2 className="control-heading">{words.records}</h2>
      {row.checks.length + row.moves.length === 0 && <p className="field-help">{words.noRecords}</p>}
      <ul className="control-records">
        {row.moves.map((move) => (
          <li key={`${move.at} ${move.due}`}>
            {words.movedTo(move.due, move.by.name || words.unnamed, move.reason)}
          </li>
        ))}
        {row.checks.map((check) => (
          <CheckRecord key={check.check} row={row} check={check} may={may} desk={desk} />
        ))}
      </ul>
    </Modal>
  )
}

function Facts({ row }: { readonly row: ListedMeasure }) {
  const { title, places, risks, responsible = '', schedule = '', evidence = '', state, isOverdue } = row
  const read = readSchedule(schedule)
  const understood = schedule === '' ? '' : read.ok ? saySchedule(read.schedule) : sayScheduleFault(read.why)
  const said = measureStateName[state]
  const facts = [
    [controlText.heads.title, measureFormWords.powerAt(title, places)],
    [words.risks, risks.join('；')],
    [controlText.heads.responsible, responsible],
    [controlText.heads.schedule, [schedule, understood].filter(Boolean).join(' → ')],
    [controlText.heads.due, dueOf(row) ?? ''],
    [controlText.heads.state, isOverdue ? measureFormWords.overdue(said) : said],
    [words.evidenceWanted, evidence],
  ] as const
  return (
    <dl className="measure-facts-list">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
