import type { Measure, MeasureMeans, MeasureStage } from '../../model/chart.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { readSchedule } from '../../model/time/readSchedule.ts'
import { saySchedule, sayScheduleFault } from '../../text/screen/controlText.ts'
import { riskPanel } from '../../text/screen/screen.ts'
import { measureMeansName, measureStageName } from '../../text/terms.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import './MeasureFacts.css'

const stages = optionsOf<MeasureStage>(measureStageName)
const meansOffered = optionsOf<MeasureMeans>(measureMeansName)

/** How a measure is carried out: folded, because many offices only write the measure. */
export function MeasureFacts({ measure }: { readonly measure: Measure }) {
  const { posts } = useChart()
  const edit = useEdit()
  const put = (fields: NewFields<'measures'>) => edit((now) => setFields(now, 'measures', measure.id, fields))
  const { responsible = '', schedule = '', evidence = '' } = measure
  return (
    <details className="measure-facts">
      <summary>
        {riskPanel.carryOut}
        <span className="measure-said">{[responsible, schedule].filter(Boolean).join('，')}</span>
      </summary>
      <div className="field-row">
        <TextField
          label={riskPanel.measureResponsible}
          hint={riskPanel.measureResponsible}
          value={responsible}
          suggestions={posts.map(({ name }) => name)}
          onCommit={(text) => put({ responsible: text })}
        />
        <TextField
          label={riskPanel.schedule}
          hint={riskPanel.scheduleHint}
          value={schedule}
          onCommit={(text) => put({ schedule: text })}
        />
      </div>
      {schedule !== '' && <p className="field-help">{sayRead(schedule)}</p>}
      <div className="field-row">
        <Choice
          label={riskPanel.stage}
          none={riskPanel.stage}
          value={measure.stage}
          options={stages}
          onChoose={(stage) => put({ stage })}
        />
        <Choice
          label={riskPanel.means}
          none={riskPanel.means}
          value={measure.means}
          options={meansOffered}
          onChoose={(means) => put({ means })}
        />
        <TextField
          label={riskPanel.evidence}
          hint={riskPanel.evidenceHint}
          value={evidence}
          onCommit={(text) => put({ evidence: text })}
        />
      </div>
    </details>
  )
}

/** What is understood of the schedule: a misread one would never be seen. */
function sayRead(text: string): string {
  const read = readSchedule(text)
  return read.ok ? saySchedule(read.schedule) : sayScheduleFault(read.why)
}
