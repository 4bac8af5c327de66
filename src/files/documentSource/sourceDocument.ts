/** A document from any source: blocks in reading order, and what was left out of them on purpose. */
import type { SourceNote } from '../../text/messages/intake.ts'
import type { Table } from '../tableSource/table.ts'

export interface SourceParagraph {
  readonly kind: 'paragraph'
  /** With the number that its list shows: （一）申请. */
  readonly text: string
}

export interface DocumentTable {
  readonly kind: 'table'
  readonly table: Table
  /** Name of the worksheet. */
  readonly sheet?: string
  /** Label of the cell that the table stands in. */
  readonly caption?: string
}

export type SourceBlock = SourceParagraph | DocumentTable

export interface SourceDocument {
  readonly blocks: readonly SourceBlock[]
  readonly notes: readonly SourceNote[]
}

export function paragraph(text: string): SourceParagraph {
  return { kind: 'paragraph', text }
}
