/** Reader: numbered paragraphs, anywhere in the document. */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { flowLists } from '../tableReading/outline/flowList.ts'
import { itemsInLine } from '../tableReading/outline/itemsInLine.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { numberedLists, type NumberedList } from '../tableReading/outline/numberedLists.ts'
import { tableOfList } from '../tableReading/rows/outlineTable.ts'
import type { Candidate } from './documentReading.ts'

/** Below, the list may be anything. */
const surely = 65

export function readLists({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? (itemsInLine(block.text) ?? [block.text]) : [],
  )
  const { lists, above } = numberedLists(lines)
  return flowLists(lists)
    .slice(0, 8)
    .map(({ list, points }): Candidate => {
      const titles = titlesAbove(lines, list.items[0]!.at, above)
      return {
        kind: 'list',
        where: list.title.slice(0, 30),
        table: tableOfList(list, titles),
        weight: 40 + points / 2,
        doubts: [
          ...(points < surely ? [{ doubt: 'uncertainList' } as const] : []),
          ...(areStages(list) ? [{ doubt: 'onlyStages' } as const] : []),
        ],
      }
    })
}

/** 一、立项阶段 with steps of its own below. */
function areStages({ items }: NumberedList): boolean {
  const stages = items.filter(({ text }) => text.trim().endsWith('阶段'))
  return (
    stages.length * 2 > items.length && items.some(({ lists, more }) => lists.length > 0 || more.length > 0)
  )
}

/** The lines at the top of the document, without sections that stand before the list. */
function titlesAbove(lines: readonly string[], at: number, above: readonly string[]): readonly string[] {
  const first = lines.slice(0, at).filter((line) => lineLabel(line) === undefined)
  return first.filter((line) => above.includes(line))
}
