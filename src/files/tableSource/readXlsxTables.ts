/** Reads the sheets of a workbook (.xlsx) as displayed. The library is used only here. */
import { unzipSync } from 'fflate'
import { formatValue } from 'hucre'
import { readXlsx, type Cell as SheetCell, type CellValue, type Sheet } from 'hucre/xlsx'
import { mostTableBytes, tableOf, type Table } from './table.ts'
import { TableFileError } from './tableFileError.ts'

/** Maximum rows per sheet; formatting down to the last row must not freeze the page. */
const mostRows = 20_000
const mostColumns = 200
const mostUnpacked = 300 * 1024 * 1024

/** The visible sheets, in order. Rejects with TableFileError for encrypted, old or broken files. */
export async function readXlsxTables(bytes: Uint8Array): Promise<readonly Table[]> {
  refuseOthers(bytes)
  try {
    const book = await readXlsx(bytes, {
      readStyles: true,
      maxRows: mostRows,
      sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
    })
    return book.sheets.map(tableOfSheet)
  } catch (error) {
    throw new TableFileError('brokenWorkbook', { cause: error })
  }
}

function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new TableFileError(holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWorkbook')
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new TableFileError('brokenWorkbook')
  if (unpackedSize(bytes) > mostUnpacked) throw new TableFileError('tableTooLarge')
}

/** The unpacked size declared in the zip: 20 MB of zeros unpack to 20 GB. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        return false
      },
    })
  } catch (error) {
    throw new TableFileError('brokenWorkbook', { cause: error })
  }
  return size
}

/** Whether the bytes start with the signature. */
export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Whether a compound file contains a stream name (UTF-16, [MS-CFB] 2.6.1). */
function holds(bytes: Uint8Array, name: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(name.replaceAll(/(?!^)/g, '\0'))
}

function tableOfSheet(sheet: Sheet): Table {
  const texts = sheet.rows.map((row, rowAt) =>
    row
      .slice(0, mostColumns)
      .map((value, columnAt) => shown(value, sheet.cells?.get(`${rowAt},${columnAt}`))),
  )
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: Math.min(endCol, mostColumns - 1),
  }))
  return tableOf(texts, merges)
}

/** Formats a value as the sheet displays it. */
function shown(value: CellValue, cell: SheetCell | undefined): string {
  const held = value ?? cell?.formulaResult ?? null
  if (held === null) return ''
  if (typeof held === 'string') return held.replaceAll(/\r\n?/g, '\n')
  const format = cell?.style?.numFmt
  if (format !== undefined && format !== 'General') return formatValue(held, format)
  return held instanceof Date ? held.toISOString().slice(0, 10) : String(held)
}
