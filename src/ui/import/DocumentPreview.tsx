import type { FlowReading } from '../../files/documentReading/documentReading.ts'
import { sayReading, whyNoFlow } from '../../files/documentReading/sayReading.ts'
import { intakeWords, sayDoubt, saySourceNote } from '../../text/messages/intake.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import type { DocumentMaterial } from '../base/material/material.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { SourceGrid } from './SourceGrid.tsx'
import { TablePreview } from './TablePreview.tsx'
import type { DocumentChoices } from './useDocumentChoices.ts'
import './DocumentPreview.css'

interface DocumentPreviewProps {
  readonly material: DocumentMaterial
  readonly choices: DocumentChoices
}

/** The document as it came beside what was read of it; doubts first. */
export function DocumentPreview({ material: { found }, choices }: DocumentPreviewProps) {
  const { flow } = choices
  const isRead = flow.reading.chart !== null
  return (
    <>
      {found.readings.length === 0 && <p className="import-doubts">{whyNoFlow(found)}</p>}
      {isRead && <Doubts flow={flow} />}
      {found.readings.length > 1 && (
        <label className="import-which">
          {importDialog.readAs}
          <Choice
            label={importDialog.readAs}
            value={String(choices.at)}
            options={found.readings.map((each, at) => ({ value: String(at), label: sayReading(each) }))}
            onChoose={(at) => choices.choose(Number(at ?? 0))}
          />
        </label>
      )}
      <div className={isRead ? 'import-both' : ''}>
        <section className="import-source">
          <h3>{importDialog.asItCame}</h3>
          <SourceGrid choices={choices} />
        </section>
        {isRead && (
          <section>
            <h3>{importDialog.asRead}</h3>
            <TablePreview reading={flow.reading} />
          </section>
        )}
      </div>
      <LeftOut choices={choices} found={found} />
    </>
  )
}

function Doubts({ flow }: { readonly flow: FlowReading }) {
  if (flow.doubts.length === 0) return null
  return (
    <div className="import-doubts" role="status">
      <b>{importDialog.doubtful}</b>
      <ul>
        {flow.doubts.map((doubt) => (
          <li key={sayDoubt(doubt)}>{sayDoubt(doubt)}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the chart does not have: other sheets and tables, hidden parts, text without a place. */
function LeftOut({
  choices: { flow },
  found,
}: Pick<DocumentPreviewProps, 'choices'> & Pick<DocumentMaterial, 'found'>) {
  const lines = [
    ...found.notes.map(saySourceNote),
    ...(found.otherSheets.length > 0 && found.readings.length > 0
      ? [intakeWords.otherSheets(found.otherSheets.length, found.otherSheets.join('、'))]
      : []),
    ...(found.otherTables > 0 && found.readings.length > 0
      ? [intakeWords.otherTables(found.otherTables)]
      : []),
  ]
  const unused = flow.reading.chart === null ? [] : flow.unused
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="field-help">
          {line}
        </p>
      ))}
      {unused.length > 0 && (
        <details className="field-help">
          <summary>{importDialog.unused(unused.length)}</summary>
          <ul>
            {unused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
