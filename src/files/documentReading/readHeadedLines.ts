/**
 * Reader: short lines without numbers, each with sentences below it, as answers of an assistant and web
 * pages have them. Only below a line that speaks of a flow, and always doubtful.
 */
import { flowTitle, noFlowTitle, sectionTitle, stepAct } from '../../text/recognition/outlineWords.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import type { ListItem } from '../tableReading/outline/numberedLists.ts'
import { tableOfList } from '../tableReading/rows/outlineTable.ts'
import { linesOf } from './cellsAsLines.ts'
import type { Candidate } from './documentReading.ts'

const longestHead = 16
const fewest = 3

export function readHeadedLines({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = partedHeads(linesOf({ blocks, notes: [] }))
  const top = lines.findIndex((line, at) => isFlowTitle(line) && isHead(lines[at + 1] ?? ''))
  if (top < 0 || lines.some((line) => lineLabel(line)?.number !== undefined)) return []
  const items = itemsBelow(lines, top)
  if (items.length < fewest || items.some(({ more }) => more.length === 0)) return []
  const list = { style: '', items, title: lines[top]!, depth: 0 }
  return [
    {
      kind: 'list',
      where: '',
      table: tableOfList(list, lines.slice(0, top + 1)),
      weight: 60,
      doubts: [{ doubt: 'unnumbered' }],
    },
  ]
}

const headedSentence = /^(?<head>[^，,。；;：:]{2,16})[：:]\s*(?<rest>.{10,})$/

/** 初审与公示：村民委员会受理后… is a head with its sentence, where most of such lines tell what is done. */
function partedHeads(lines: readonly string[]): readonly string[] {
  const parts = lines.map((line) => {
    const { head, rest } = headedSentence.exec(line)?.groups ?? {}
    return head === undefined || rest === undefined || sectionTitle.test(head) ? [line] : [head, rest]
  })
  const heads = parts.flatMap(([head, rest]) => (rest === undefined ? [] : [head!]))
  const acts = heads.filter((head) => stepAct.test(head))
  return acts.length * 2 > heads.length ? parts.flat() : lines
}

function itemsBelow(lines: readonly string[], top: number): ListItem[] {
  const items: ListItem[] = []
  for (const [at, line] of lines.entries()) {
    if (at <= top) continue
    const last = items.at(-1)
    if (isHead(line) && sectionTitle.test(line)) break
    if (isHead(line)) items.push({ at, number: items.length + 1, text: line, more: [], lists: [] })
    else last?.more.push(line)
  }
  return items
}

function isFlowTitle(line: string): boolean {
  return line.length <= 40 && flowTitle.test(line) && !noFlowTitle.test(line)
}

function isHead(line: string): boolean {
  return line.length >= 2 && line.length <= longestHead && /^[^，,。；;：:！？!?]+$/.test(line)
}
