import {
  dueOf,
  type ListedMeasure,
  type MeasureFilter,
  type MeasureList,
  type MeasureQuery,
} from '../../model/control/measureList.ts'
import { readSchedule } from '../../model/time/readSchedule.ts'
import { evidenceStateName, measureStateName } from '../../text/paper/controlForms.ts'
import { controlText as words, sayScheduleFault } from '../../text/screen/controlText.ts'
import { measureMeansName, measureStageName } from '../../text/terms.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { measureKey } from './measureKey.ts'
import './MeasureTable.css'

const columns = [
  'due',
  'state',
  'text',
  'title',
  'place',
  'level',
  'stage',
  'means',
  'responsible',
  'schedule',
  'evidence',
  'office',
] as const

type Column = (typeof columns)[number]

interface MeasureTableProps {
  readonly list: MeasureList
  readonly query: MeasureQuery
  readonly onQuery: (query: MeasureQuery) => void
  readonly onOpen: (key: string) => void
}

export function MeasureTable({ list, query, onQuery, onOpen }: MeasureTableProps) {
  return (
    <div className="measure-table-box">
      <table className="measure-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`measure-${column}`}>
                {words.heads[column]}
                {column !== 'due' && column !== 'text' && (
                  <ColumnFilter column={column} list={list} query={query} onQuery={onQuery} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={measureKey(row)} className={row.isOverdue ? 'measure-overdue' : ''}>
              {columns.map((column) => (
                <td key={column} className={`measure-${column}`}>
                  {column === 'text' ? (
                    <button type="button" className="measure-open" onClick={() => onOpen(measureKey(row))}>
                      {row.text}
                    </button>
                  ) : (
                    <Cell column={column} row={row} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ColumnFilterProps {
  readonly column: MeasureFilter
  readonly list: MeasureList
  readonly query: MeasureQuery
  readonly onQuery: (query: MeasureQuery) => void
}

function ColumnFilter({ column, list, query, onQuery }: ColumnFilterProps) {
  const options = list.choices[column].map((value) => ({
    value,
    label: value === '' ? words.empty : sayFilter(column, value),
  }))
  const chosen = query.only?.[column]?.[0]
  return (
    <Choice
      label={words.filterBy(words.heads[column])}
      none={words.any}
      value={chosen === undefined ? undefined : keyed(chosen)}
      options={options.map(({ value, label }) => ({ value: keyed(value), label }))}
      onChoose={(value) =>
        onQuery({ ...query, only: { ...query.only, [column]: value === undefined ? [] : [value.slice(1)] } })
      }
    />
  )
}

/** In a native select '' is the choice of none. */
function keyed(value: string): string {
  return `=${value}`
}

const named: { readonly [F in MeasureFilter]?: { readonly [value: string]: string } } = {
  stage: measureStageName,
  means: measureMeansName,
  state: measureStateName,
  evidence: evidenceStateName,
}

function sayFilter(column: MeasureFilter, value: string): string {
  return named[column]?.[value] ?? value
}

interface CellProps {
  readonly column: Exclude<Column, 'text'>
  readonly row: ListedMeasure
}

function Cell({ column, row }: CellProps) {
  switch (column) {
    case 'due':
      return <Due row={row} />
    case 'state':
      return <State row={row} />
    case 'place':
      return row.places.join('、')
    case 'stage':
      return row.stage ? measureStageName[row.stage] : ''
    case 'means':
      return row.means ? measureMeansName[row.means] : ''
    case 'evidence':
      return <span className={`evidence-${row.evidenceState}`}>{evidenceStateName[row.evidenceState]}</span>
    case 'schedule':
      return <Rule row={row} />
    case 'title':
    case 'level':
    case 'responsible':
    case 'office':
      return row[column] ?? ''
  }
}

function Due({ row }: { readonly row: ListedMeasure }) {
  return (
    <>
      {dueOf(row) ?? words.noDay}
      {row.due && row.scheduled && <small>{words.moved(row.scheduled)}</small>}
      {row.isUnsure && <small title={words.unsure}>?</small>}
    </>
  )
}

function State({ row }: { readonly row: ListedMeasure }) {
  return (
    <>
      <span className={`measure-mark measure-is-${row.state}`}>{measureStateName[row.state]}</span>
      {row.isOverdue && <strong className="measure-late">{words.overdue}</strong>}
      {row.isChanged && <small>{words.changed}</small>}
      {row.isEnded && <small>{words.gone}</small>}
    </>
  )
}

function Rule({ row }: { readonly row: ListedMeasure }) {
  const { schedule = '' } = row
  const read = readSchedule(schedule)
  return (
    <>
      {schedule}
      {schedule !== '' && !read.ok && <small title={sayScheduleFault(read.why)}>{words.unread}</small>}
    </>
  )
}
