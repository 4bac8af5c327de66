import type { ReactNode } from 'react'
import type { RowReading, TableReading } from '../../files/tableReading/tableReading.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import { stepKindName } from '../../text/terms.ts'
import { ProblemList } from './ProblemList.tsx'
import './reading.css'

/** Maximum number of rows shown; all rows are imported. */
const shownRows = 300

/** Preview of the parsed rows and of the faults; columns that say nothing are left out. */
export function TablePreview({ reading }: { readonly reading: TableReading }) {
  // Faults in a step's further rows, or in rows without a step, are also in the notes of that step.
  const noted = new Set(reading.rows.flatMap((row) => row.notes))
  const apart = reading.problems.filter((problem) => !noted.has(problem))
  const counted = reading.problems.length
  const columns = columnsOf(reading).filter(({ isSaid }) => reading.rows.some(isSaid))
  return (
    <>
      {counted > 0 && <p className="reading-fault">{importDialog.problems(counted)}</p>}
      <ProblemList problems={apart.map((problem) => sayFault(problem))} />
      {reading.ignoredColumns.length > 0 && (
        <p className="field-help">{importDialog.ignored(reading.ignoredColumns.join('、'))}</p>
      )}
      <div className="reading-table" tabIndex={0} role="group" aria-label={importDialog.asRead}>
        <table>
          <thead>
            <tr>
              {columns.map(({ head }) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.rows.slice(0, shownRows).map((row) => (
              <tr key={row.step} className={worstOf(row)}>
                {columns.map(({ head, className, show }) => (
                  <td key={head} className={className}>
                    {show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function worstOf({ notes }: RowReading): string {
  if (notes.some((problem) => problem.severity === 'error')) return 'row-error'
  return notes.length > 0 ? 'row-warning' : ''
}

interface PreviewColumn {
  readonly head: string
  readonly className?: string
  readonly isSaid: (row: RowReading) => boolean
  readonly show: (row: RowReading) => ReactNode
}

function lines(texts: readonly string[]): ReactNode {
  return texts.map((text) => <div key={text}>{text}</div>)
}

/** What is to be looked at stands below the name: a column at the right end is out of sight. */
function nameWithNotes({ name, notes }: RowReading): ReactNode {
  return (
    <>
      {name}
      {notes.length > 0 && (
        <div className="row-notes">{lines(notes.map((problem) => sayFault(problem)))}</div>
      )}
    </>
  )
}

function shownLimit({ limit }: RowReading): ReactNode {
  return (
    <>
      {limit?.wording}
      {limit?.kind === 'unread' && <em>{importDialog.unreadLimit}</em>}
    </>
  )
}

function columnsOf({ rows, chart }: TableReading): readonly PreviewColumn[] {
  const names = new Map(rows.map(({ step, name }) => [step, name]))
  const word = (level: string | undefined) => chart?.grading.levels.find(({ id }) => id === level)?.word
  return [
    {
      head: importDialog.number,
      isSaid: () => true,
      show: (row) => (row.added ? importDialog.added : (row.number ?? row.row)),
    },
    { head: importDialog.name, className: 'row-name', isSaid: () => true, show: nameWithNotes },
    { head: importDialog.kind, isSaid: () => true, show: ({ kind }) => stepKindName[kind] },
    {
      head: importDialog.posts,
      isSaid: ({ posts }) => posts.length > 0,
      show: ({ posts }) => posts.join('、'),
    },
    { head: importDialog.limit, isSaid: ({ limit }) => limit !== undefined, show: shownLimit },
    {
      head: importDialog.next,
      className: 'row-next',
      isSaid: ({ next }) => next.length > 0,
      show: ({ next }) =>
        next.map(({ step, label }) => (
          <div key={step + (label ?? '')}>
            → {names.get(step)}
            {label && <span className="row-label">{label}</span>}
          </div>
        )),
    },
    {
      head: importDialog.risks,
      isSaid: ({ risks }) => risks.length > 0,
      show: ({ risks }) =>
        risks.map(({ text, level }) => (
          <div key={text}>
            {level && <b>{word(level)} </b>}
            {text}
          </div>
        )),
    },
    {
      head: importDialog.measures,
      isSaid: ({ measures }) => measures.length > 0,
      show: ({ measures }) => lines(measures),
    },
  ]
}
