/** Facts of the chart's header wherever they stand: in lines, sections of a guide, and cells beside their label. */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { headerFactsOf, placeOf, type HeaderFacts } from '../tableReading/headings/headerFacts.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { filled, type Table } from '../tableSource/table.ts'

const mostValue = 120
const mostRows = 200

export function documentFacts({ blocks }: SourceDocument): HeaderFacts {
  const pairs: (readonly [string, string])[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') pairs.push(...pairsInTable(block.table))
    else {
      const text = lineLabel(block.text)?.rest ?? block.text
      const next = blocks[at + 1]
      pairs.push(...pairsIn(text))
      if (placeOf(text) && next?.kind === 'paragraph' && lineLabel(next.text) === undefined) {
        const [value = '', ...others] = piecesOf(next.text)
        if (!isPair(value)) pairs.push([text, value])
        pairs.push(...others.flatMap(pairsIn))
      }
    }
  }
  return headerFactsOf(pairs.filter(([, value]) => value.length <= mostValue))
}

const labelled = /^[【[]?([^:：】\]]{2,16})[】\]]?\s*[:：]\s*(.+)$/s

function isPair(piece: string): boolean {
  return labelled.test(piece)
}

function piecesOf(text: string): readonly string[] {
  return text
    .split(/[；;\n]|\s{2,}|\u3000+/)
    .map((piece) => piece.trim().replace(/[。；;]$/, ''))
    .filter((piece) => piece !== '')
}

function pairsIn(text: string): readonly (readonly [string, string])[] {
  return piecesOf(text).flatMap((piece) => {
    const [, label, value] = labelled.exec(piece) ?? []
    return label !== undefined && value !== undefined ? [[label, value] as const] : []
  })
}

/** 责任科室 | 责任人 | 时限: none of them is the value of the one before it. */
function isHeadingRow(cells: readonly string[]): boolean {
  const headings = cells.filter((cell) => meaningsOf(cell).length > 0)
  return headings.length > 2 && headings.length > cells.length / 2
}

/** 实施主体 | 某县水利局 | 承诺时限 | 10个工作日. Headings of columns are no labels. */
function pairsInTable({ rows }: Table): readonly (readonly [string, string])[] {
  return rows.slice(0, mostRows).flatMap((row) => {
    const cells = filled(row).map(({ text }) => text.trim())
    if (isHeadingRow(cells)) return []
    const pairs = cells.flatMap((cell, at): readonly (readonly [string, string])[] => {
      const value = cells[at + 1]
      const isLabel = placeOf(cell.replace(/[:：]$/, '')) !== undefined
      if (isLabel && value !== undefined && placeOf(value) === undefined && at % 2 === 0)
        return [[cell.replace(/[:：]$/, ''), value]]
      return cell.length <= mostValue ? pairsIn(cell) : []
    })
    return pairs
  })
}
