/** Reads the visible sheets of a workbook (.xlsx, .xls) as displayed. The library is used only here. */
import { unzipSync } from 'fflate'
import {
  readXls,
  readXlsx,
  type Cell as SheetCell,
  type CellValue,
  type Sheet,
  type Workbook,
} from 'hucre/xlsx'
import { tableOf } from '../tableSource/table.ts'
import { TableFileError } from '../tableSource/tableFileError.ts'
import { cellText } from './cellText.ts'
import { countNotes, type NoteCounts } from './noteCounts.ts'
import type { SourceDocument } from './sourceDocument.ts'

/** Maximum rows per sheet; formatting down to the last row must not freeze the page. */
const mostRows = 20_000
const mostColumns = 200
/** Bytes of all XML parts; pictures are not read. A table of 10,000 rows has 5 MB. */
const mostUnpacked = 16 * 1024 * 1024

/** Rejects with TableFileError for broken files. */
export async function readWorkbook(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<SourceDocument> {
  const counts = countNotes()
  const book = await opened(bytes, kind)
  const hidden = book.sheets.filter(isHidden).map(({ name }) => name)
  if (hidden.length > 0) counts.add('hiddenSheets', hidden.join('、'))
  const shown = book.sheets.filter((sheet) => !isHidden(sheet))
  return {
    blocks: shown.map((sheet) => ({ kind: 'table', table: tableOfSheet(sheet, counts), sheet: sheet.name })),
    notes: counts.notes(),
  }
}

function isHidden({ hidden, veryHidden }: Sheet): boolean {
  return hidden === true || veryHidden === true
}

async function opened(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<Workbook> {
  if (kind === 'xlsx' && unpackedSize(bytes) > mostUnpacked) throw new TableFileError('documentTooLarge')
  try {
    return await (kind === 'xlsx' ? readXlsx : readXls)(bytes, { readStyles: true, maxRows: mostRows })
  } catch (error) {
    throw new TableFileError(kind === 'xlsx' ? 'brokenWorkbook' : 'brokenOldWorkbook', { cause: error })
  }
}

/** The unpacked size declared in the zip: 20 MB of zeros unpack to 20 GB. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/\.(?:xml|rels|vml)$/i.test(name)) size += originalSize
        return false
      },
    })
  } catch (error) {
    throw new TableFileError('brokenWorkbook', { cause: error })
  }
  return size
}

function tableOfSheet(sheet: Sheet, counts: NoteCounts) {
  const hiddenRow = (at: number) => sheet.rowDefs?.get(at)?.hidden === true
  const hiddenColumn = (at: number) => sheet.columns?.[at]?.hidden === true
  let rows = 0
  const columns = new Set<number>()
  const texts = sheet.rows.map((row, rowAt) => {
    const cells = row
      .slice(0, mostColumns)
      .map((value, columnAt) => shown(value, sheet.cells?.get(`${rowAt},${columnAt}`), counts, sheet.name))
    const isSaid = cells.some((cell) => cell !== '')
    if (hiddenRow(rowAt)) {
      rows += isSaid ? 1 : 0
      return []
    }
    return cells.map((cell, at) => {
      if (cell !== '' && hiddenColumn(at)) columns.add(at)
      return hiddenColumn(at) ? '' : cell
    })
  })
  if (rows > 0) counts.add('hiddenRows', sheet.name, rows)
  if (columns.size > 0) counts.add('hiddenColumns', sheet.name, columns.size)
  if (isSaidAtEnd(texts)) counts.add('cutRows', sheet.name, mostRows)
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: Math.min(endCol, mostColumns - 1),
  }))
  return tableOf(withoutEnd(texts), merges)
}

/** Whether the sheet is as long as can be read, not only one stray cell far below. */
function isSaidAtEnd(texts: readonly (readonly string[])[]): boolean {
  return texts.length >= mostRows && texts.slice(-100).some((row) => row.some((cell) => cell !== ''))
}

/** Without blank rows at the end, which formatting leaves. */
function withoutEnd(texts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let end = texts.length
  while (end > 0 && !texts[end - 1]!.some((cell) => cell !== '')) end -= 1
  return texts.slice(0, end)
}

/** Pictures in cells of WPS: their place is a formula. */
const picture = /^=?(?:_xlfn\.)?DISPIMG\(/i
const errors = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/

/** Formats a value as the sheet displays it. */
function shown(value: CellValue, cell: SheetCell | undefined, counts: NoteCounts, sheet: string): string {
  const held = value ?? cell?.formulaResult ?? null
  if (held === null) {
    if (cell?.formula !== undefined && picture.test(cell.formula)) counts.add('drawing', undefined)
    else if (cell?.formula !== undefined) counts.add('formulaWithoutValue', sheet)
    return ''
  }
  if (typeof held === 'string') {
    if (picture.test(held)) {
      counts.add('drawing', undefined)
      return ''
    }
    if (errors.test(held)) counts.add('formulaError', held)
    return held.replaceAll(/\r\n?/g, '\n')
  }
  return cellText(held, cell?.style?.numFmt)
}
