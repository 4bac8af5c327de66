import { columnsOfTable } from '../../files/tableReading/headings/columnsOfTable.ts'
import type { Cell, Table } from '../../files/tableSource/table.ts'
import { columnWords } from '../../text/recognition/columnWords.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import { Choice } from '../base/fields/Choice.tsx'
import type { DocumentChoices } from './useDocumentChoices.ts'

type Meaning = keyof typeof columnWords

const meanings = Object.entries(columnWords).map(([value, label]) => ({ value: value as Meaning, label }))
/** Rows shown; all are read. */
const shownRows = 200

/** The table as it came: a choice above each column, cells that can be corrected. */
export function SourceGrid({
  choices: { table, columns, mean, correct },
}: {
  readonly choices: DocumentChoices
}) {
  const places = columnsOfTable(table, columns)
  const width = Math.max(1, ...table.rows.map((row) => row.length))
  return (
    <div className="source-grid">
      <table>
        {places.length > 0 && (
          <thead>
            <tr>
              {Array.from({ length: width }, (_, at) => {
                const place = places.find((each) => each.at === at)
                return (
                  <th key={at}>
                    {place && (
                      <Choice
                        label={importDialog.columnMeans(place.heading)}
                        none={importDialog.unknownColumn}
                        value={place.field as Meaning | undefined}
                        options={meanings}
                        onChoose={(field) => mean(place.heading, field)}
                      />
                    )}
                  </th>
                )
              })}
            </tr>
          </thead>
        )}
        <tbody>
          {Array.from({ length: Math.min(shownRows, table.rows.length) }, (_, at) => (
            <GridRow key={at} row={table.rows[at]!} at={at} table={table} onText={correct} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface GridRowProps {
  readonly row: readonly Cell[]
  readonly at: number
  readonly table: Table
  readonly onText: (row: number, column: number, text: string) => void
}

/** Merged cells as they came; what is typed counts when the cell is left. */
function GridRow({ row, at, table, onText }: GridRowProps) {
  return (
    <tr>
      {Array.from({ length: row.length }, (_, column) => {
        const cell = row[column]!
        if (cell.covered) return null
        return (
          <td
            key={`${column} ${cell.text}`}
            rowSpan={spanDown(table, at, column)}
            colSpan={spanAcross(row, column)}
            contentEditable
            suppressContentEditableWarning
            onBlur={(event) => {
              const text = event.currentTarget.innerText.replace(/\n$/, '')
              if (text !== cell.text) onText(at, column, text)
            }}
          >
            {cell.text}
          </td>
        )
      })}
    </tr>
  )
}

function spanAcross(row: readonly Cell[], column: number): number {
  let end = column + 1
  while (row[end]?.covered === 'left') end += 1
  return end - column
}

function spanDown({ rows }: Table, at: number, column: number): number {
  let end = at + 1
  while (end < shownRows && rows[end]?.[column]?.covered === 'above') end += 1
  return end - at
}
