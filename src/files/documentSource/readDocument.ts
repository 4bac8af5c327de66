/**
 * The one door for documents: says what a file is, by content, and hands it to its reader. A file that
 * carries no text for us is refused by name, with the way that works; its source never becomes steps.
 */
import { decodeText } from '../tableSource/decodeText.ts'
import { mostTableBytes } from '../tableSource/table.ts'
import { TableFileError } from '../tableSource/tableFileError.ts'
import { drawnKind, fileKindOf, withoutComments } from './fileKind.ts'
import { readDocx } from './readDocx.ts'
import { readHtmlDocument } from './readHtmlDocument.ts'
import { readMht } from './readMht.ts'
import { readRtf } from './readRtf.ts'
import { readTextDocument } from './readTextDocument.ts'
import { visibleDocument } from './visibleText.ts'
import type { SourceDocument } from './sourceDocument.ts'

/** Rejects with TableFileError if the file is not ours to read, broken or above 20 MiB. */
export async function readDocument(bytes: Uint8Array, fileName?: string): Promise<SourceDocument> {
  return visibleDocument(await documentOf(bytes, fileName))
}

async function documentOf(bytes: Uint8Array, fileName?: string): Promise<SourceDocument> {
  if (bytes.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  const kind = fileKindOf(bytes, fileName)
  switch (kind) {
    case 'xlsx':
    case 'xls': {
      const { readWorkbook } = await import('./readWorkbook.ts')
      return readWorkbook(bytes, kind)
    }
    case 'docx':
      return readDocx(bytes)
    case 'rtf':
      return readRtf(bytes)
    case 'mht':
      return readMht(bytes) ?? refused('archive')
    case 'html':
      return readHtmlDocument(decodeText(bytes))
    case 'text':
      return readTextDocument(decodeText(bytes))
    default:
      return refused(kind)
  }
}

/** Reads pasted text or HTML. Throws TableFileError if it is the source of another program's drawing. */
export function readDocumentText(text: string): SourceDocument {
  if (text.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  const drawn = drawnKind(text)
  if (drawn) return refused(drawn)
  if (isHtml(text)) return visibleDocument(readHtmlDocument(text))
  if (/^\s*<(?:\?xml|[a-z][\w:.-]*[\s>/])/i.test(text) && text.includes('</')) return refused('xml')
  return visibleDocument(readTextDocument(text))
}

function isHtml(text: string): boolean {
  const own = /^\s*<!--/.test(text) ? withoutComments(text) : text
  return (
    /^\s*</.test(own) &&
    /<(?:!doctype html|html|body|table|p|div|span|ol|ul|h[1-6])[\s>]/i.test(own.slice(0, 20_000))
  )
}

function refused(fault: TableFileError['fault']): never {
  throw new TableFileError(fault)
}
