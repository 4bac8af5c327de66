import type { DrawnReading } from '../../files/drawnChart/drawnReading.ts'
import type { RowReading, TableReading } from '../../files/tableReading/tableReading.ts'
import { highMediumLow } from '../../model/grading.ts'
import { sayDrawn } from '../../text/messages/sayDrawn.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { importDialog } from '../../text/screen/screen.ts'
import { stepKindName } from '../../text/terms.ts'
import type { Material } from '../base/material/material.ts'
import './reading.css'

/** Maximum number of rows shown; all rows are imported. */
const shownRows = 300

/** Preview of the parsed rows and of the faults. */
export function MaterialPreview({ material }: { readonly material: Material }) {
  const { chart } = material.reading
  return (
    <div className="preview-reading">
      <p className="reading-sum">
        {chart
          ? importDialog.understood(chart.steps.length, chart.flowlines.length, chart.risks.length)
          : importDialog.nothing}
      </p>
      <MaterialDetails material={material} />
    </div>
  )
}

function MaterialDetails({ material }: { readonly material: Material }) {
  switch (material.kind) {
    case 'table':
      return <TablePreview reading={material.reading} />
    case 'drawn':
      return <DrawnPreview reading={material.reading} />
    case 'chart':
      return (
        <>
          {material.reading.edition === 'external' && (
            <p className="field-help">{importDialog.externalFile}</p>
          )}
          <Problems problems={material.reading.notes.map((note) => sayFault(note))} />
        </>
      )
  }
}

/** What of a drawing is to be checked, and what is not in the chart. */
function DrawnPreview({ reading: { doubts, left } }: { readonly reading: DrawnReading }) {
  return (
    <>
      {doubts.length > 0 && <p className="reading-fault">{importDialog.problems(doubts.length)}</p>}
      <Problems problems={doubts.map((problem) => sayDrawn(problem))} />
      {left.length > 0 && <p className="reading-fault">{importDialog.leftOut(left.length)}</p>}
      <Problems problems={left.map((problem) => sayDrawn(problem))} />
    </>
  )
}

function TablePreview({ reading }: { readonly reading: TableReading }) {
  // Faults in a step's further rows, or in rows without a step, are also in the notes of that step.
  const noted = new Set(reading.rows.flatMap((row) => row.notes))
  const apart = reading.problems.filter((problem) => !noted.has(problem))
  const counted = reading.problems.length
  return (
    <>
      {counted > 0 && <p className="reading-fault">{importDialog.problems(counted)}</p>}
      <Problems problems={apart.map((problem) => sayFault(problem))} />
      {reading.ignoredColumns.length > 0 && (
        <p className="field-help">{importDialog.ignored(reading.ignoredColumns.join('、'))}</p>
      )}
      <div className="reading-table">
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.rows.slice(0, shownRows).map((row) => (
              <Row key={row.step} row={row} rows={reading.rows} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const heads = [
  importDialog.number,
  importDialog.name,
  importDialog.kind,
  importDialog.posts,
  importDialog.limit,
  importDialog.next,
  importDialog.risks,
  importDialog.measures,
  importDialog.notes,
]

interface RowProps {
  readonly row: RowReading
  readonly rows: readonly RowReading[]
}

function Row({ row, rows }: RowProps) {
  const nameOf = (step: string) => rows.find((other) => other.step === step)?.name ?? ''
  const said = row.notes
  const worst = said.some((problem) => problem.severity === 'error')
    ? 'row-error'
    : said.length > 0
      ? 'row-warning'
      : ''
  return (
    <tr className={worst}>
      <td>{row.added ? importDialog.added : (row.number ?? row.row)}</td>
      <td className="row-name">{row.name}</td>
      <td>{stepKindName[row.kind]}</td>
      <td>{row.posts.join('、')}</td>
      <td>
        {row.limit?.wording}
        {row.limit?.kind === 'unread' && <em>{importDialog.unreadLimit}</em>}
      </td>
      <td>
        {row.next.map((next) => (
          <div key={next.step + (next.label ?? '')}>
            → {nameOf(next.step)}
            {next.label && <span className="row-label">{next.label}</span>}
          </div>
        ))}
      </td>
      <td>
        {row.risks.map((risk) => (
          <div key={risk.text}>
            {risk.level && <b>{highMediumLow.levels.find((level) => level.id === risk.level)?.word} </b>}
            {risk.text}
          </div>
        ))}
      </td>
      <td>
        {row.measures.map((measure) => (
          <div key={measure}>{measure}</div>
        ))}
      </td>
      <td className="row-notes">
        {said.map((problem) => (
          <div key={sayFault(problem)}>{sayFault(problem)}</div>
        ))}
      </td>
    </tr>
  )
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}
