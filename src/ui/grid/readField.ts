/** Parses one cell into its field, and 岗位 into post names. */
import { readPostNames } from '../../files/tableReading/cells/readPostNames.ts'
import { readKind } from '../../files/tableReading/cells/readKind.ts'
import type { Duty, Step } from '../../model/chart.ts'
import { plainFieldsOn, postFields, stepFields, type PlainField } from '../../model/fields/chartFields.ts'
import { excessIn } from '../../model/fields/excess.ts'
import type { FieldKinds } from '../../model/kinds/kinds.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import { parallelIn } from '../../text/recognition/parallelIn.ts'
import { dutyWords, internalWords, noWords, publicWords, yesWords } from '../../text/recognition/headings.ts'
import type { GridColumn } from './gridColumns.ts'
import type { RiskColumn } from './readGridRisks.ts'
import type { CellFault } from './readGridRisks.ts'

export type FieldColumn = Exclude<GridColumn, RiskColumn | 'next' | 'posts'>

type FieldReading = { readonly fields: NewFields<'steps'> } | CellFault

interface Place {
  /** The step with the name that it has or will get. */
  readonly name: string
  readonly isFirst: boolean
}

export function readField(column: FieldColumn, cell: string, place: Place): FieldReading {
  const text = cell.trim()
  const reading = readOf(column, text, place)
  return 'fields' in reading && isTooMuch(reading.fields) ? { fault: 'tooLong', words: '' } : reading
}

function isTooMuch(fields: NewFields<'steps'>): boolean {
  const kinds: FieldKinds = stepFields
  return Object.entries(fields).some(([field, value]) => excessIn(kinds[field]!, value) !== undefined)
}

function readOf(column: FieldColumn, text: string, place: Place): FieldReading {
  if (isPlain(column)) return { fields: { [column]: text } }
  switch (column) {
    case 'name':
      return text === '' ? { fault: 'emptyName', words: '' } : { fields: { name: text } }
    case 'kind': {
      const { kind, known } = readKind(text, place.name, { isFirst: place.isFirst, exits: 0 })
      return known ? { fields: { kind } } : { fault: 'unknownKind', words: text }
    }
    case 'limit':
      return { fields: { timeLimit: text === '' ? undefined : readTimeLimit(text) } }
    case 'duty':
      return readDuty(text)
    case 'parallel':
      return readParallel(text)
    case 'public':
      return readPublic(text)
    case 'note':
      return { fields: { note: text } }
  }
}

function isPlain(column: FieldColumn): column is PlainField {
  return plainFieldsOn('grid').some((field) => field === column)
}

function readDuty(text: string): FieldReading {
  if (text === '') return { fields: { duty: undefined } }
  const duty = (Object.keys(dutyWords) as Duty[]).find((each) =>
    (dutyWords[each] as readonly string[]).includes(text),
  )
  return duty ? { fields: { duty } } : { fault: 'unknownDuty', words: text }
}

function readParallel(text: string): FieldReading {
  if (text === '') return { fields: { parallel: undefined } }
  const parallel = parallelIn(text)
  return parallel ? { fields: { parallel } } : { fault: 'unknownParallel', words: text }
}

/** 是 and 否 are relative to the heading 公开. */
function readPublic(text: string): FieldReading {
  const words = text.normalize('NFKC').toUpperCase()
  const internalOnly = [...internalWords, ...noWords].includes(words)
  if (!internalOnly && words !== '' && ![...publicWords, ...yesWords].includes(words))
    return { fault: 'unknownPublic', words: text }
  return { fields: { internalOnly: internalOnly || undefined } }
}

export function readPosts(cell: string): { readonly names: readonly string[] } | CellFault {
  const names = readPostNames(cell)
  return names.some((name) => excessIn(postFields.name, name)) ? { fault: 'tooLong', words: '' } : { names }
}

/** Initial values of a new row. */
export function readNewStep(
  cells: Partial<Record<GridColumn, string>>,
  fallback: string,
): { readonly step: Pick<Step, 'name' | 'kind'>; readonly ends: boolean } {
  const written = (cells.name ?? '').trim()
  const name = written === '' || excessIn(stepFields.name, written) ? fallback : written
  const { kind, ends } = readKind(cells.kind ?? '', name, { isFirst: false, exits: 0 })
  return { step: { name, kind }, ends }
}
