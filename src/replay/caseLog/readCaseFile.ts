/** Case tables and tables of posts from files: workbooks, documents, CSV of any size. */
import { fileKindOf } from '../../files/documentSource/fileKind.ts'
import { readDocument } from '../../files/documentSource/readDocument.ts'
import { tablesOf } from '../../files/documentSource/tablesOf.ts'
import { decodeText } from '../../files/tableSource/decodeText.ts'
import { csvRows } from '../../files/tableSource/readDelimited.ts'
import type { Cell } from '../../files/tableSource/table.ts'
import type { CaseColumn } from '../../text/recognition/caseWords.ts'
import { readCaseLog, type CaseLog } from './readCaseLog.ts'
import { readHoldings, type HoldingsReading } from './readHoldings.ts'

/**
 * The first table of the file that is one of cases; undefined if there is none. Rejects with a
 * TableFileError if the file is not ours to read.
 */
export async function readCaseFile(
  bytes: Uint8Array,
  name: string,
  columns?: ReadonlyMap<string, CaseColumn>,
): Promise<CaseLog | undefined> {
  for (const rows of await rowsIn(bytes, name)) {
    const log = readCaseLog(rows, columns)
    if (log) return log
  }
  return undefined
}

/** The first table of the file that names persons and posts. Rejects as `readCaseFile`. */
export async function readHoldingsFile(
  bytes: Uint8Array,
  name: string,
): Promise<HoldingsReading | undefined> {
  for (const rows of await rowsIn(bytes, name)) {
    const found = readHoldings({ rows: [...rows] })
    if (found) return found
  }
  return undefined
}

/** A year of a city is a CSV of a million rows: read row by row, where a document is not. */
async function rowsIn(bytes: Uint8Array, name: string): Promise<readonly Iterable<readonly Cell[]>[]> {
  if (fileKindOf(bytes, name) === 'text') return [csvRows(decodeText(bytes))]
  return tablesOf(await readDocument(bytes, name)).map(({ rows }) => rows)
}
