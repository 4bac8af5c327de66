/** Reads the best table of a file or of pasted text, for lists that are no flow: risks, powers, cells. */
import { readDocument, readDocumentText } from './documentSource/readDocument.ts'
import { tableOfParagraphs, tablesOf } from './documentSource/tablesOf.ts'
import type { SourceDocument } from './documentSource/sourceDocument.ts'
import { chooseTable } from './tableReading/readTable.ts'
import type { Table } from './tableSource/table.ts'

/**
 * Reads the best table of a file. Rejects with TableFileError above 20 MiB or if the file is
 * unreadable.
 */
export async function readTableFile(bytes: Uint8Array, fileName?: string): Promise<Table> {
  return tableIn(await readDocument(bytes, fileName))
}

/** Reads a table from pasted text or the text of a file. */
export function readTableText(text: string): Table {
  return tableIn(readDocumentText(text))
}

function tableIn(document: SourceDocument): Table {
  const tables = tablesOf(document)
  return tables.length > 0 ? chooseTable(tables) : tableOfParagraphs(document)
}
