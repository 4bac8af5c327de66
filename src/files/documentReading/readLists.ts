/** Reader: numbered paragraphs, anywhere in the document. */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { flowLists, type FlowList } from '../tableReading/outline/flowList.ts'
import { itemsInLine } from '../tableReading/outline/itemsInLine.ts'
import { noteLine } from '../../text/recognition/tableWords.ts'
import type { SaidDoubt } from '../../text/messages/intake.ts'
import { stepAct } from '../../text/recognition/outlineWords.ts'
import { itemHead } from '../tableReading/outline/stepItem.ts'
import { joinedNumbers } from '../tableReading/outline/joinedNumbers.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { numberedLists, type NumberedList } from '../tableReading/outline/numberedLists.ts'
import { tableOfLeaves, tableOfList } from '../tableReading/rows/outlineTable.ts'
import type { Candidate } from './documentReading.ts'
import { isBreadcrumb } from './documentTitle.ts'

/** Below, the list may be anything. */
const surely = 65

export function readLists({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = joinedNumbers(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? (itemsInLine(block.text) ?? [block.text]) : [])),
  )
  const { lists, above } = numberedLists(lines)
  return flowLists(lists)
    .slice(0, 8)
    .flatMap(({ list, points, titled }, _, all): readonly Candidate[] => {
      const titles = titlesAbove(lines, list.items[0]!.at, above)
      const isNested = hasLeaves(list)
      const whole: Candidate = {
        kind: 'list',
        where: list.title.slice(0, 30),
        table: tableOfList(list, titles),
        weight: 40 + alike({ list, points, titled }, all) / 2,
        doubts: [
          ...(points < surely ? [{ doubt: 'uncertainList' } as const] : []),
          ...textAbove(titles),
          ...(areStages(list) || isNested ? [{ doubt: 'onlyStages' } as const] : []),
        ],
      }
      if (!isNested) return [whole]
      const leaves: Candidate = {
        kind: 'leaves',
        where: whole.where,
        table: tableOfLeaves(list, titles),
        weight: whole.weight + (countOn(list) ? 5 : -15),
        doubts: [{ doubt: 'belowStages' }],
      }
      return [whole, leaves]
    })
}

/** Of several lists below titles of flows the first is meant, whatever their words. */
function alike({ list, points, titled }: FlowList, all: readonly FlowList[]): number {
  if (!titled || points < surely) return points
  const others = all.filter((other) => other.titled && other.points >= surely)
  const before = others.filter((other) => other.list.items[0]!.at < list.items[0]!.at)
  return Math.max(...others.map((other) => other.points)) - before.length
}

/** Lines that are no title, unit or date may be steps without a number. */
function textAbove(titles: readonly string[]): readonly SaidDoubt[] {
  const text = titles.slice(1).filter((line) => line.trim().length > 3 && !noteLine.test(line))
  return text.length > mostTitles
    ? [{ doubt: 'textAbove', other: text.length, words: text[0]!.trim().slice(0, 20) }]
    : []
}

const mostTitles = 3

const longestLeaf = 24

/** Most items have short items of their own that tell what is done. */
function hasLeaves({ items }: NumberedList): boolean {
  const leaves = items.map(({ lists }) => lists.flatMap((list) => list.items))
  const all = leaves.flat().map(({ text }) => itemHead(text).name)
  const short = all.filter((head) => head.length <= longestLeaf && stepAct.test(head))
  return (
    leaves.filter((each) => each.length > 0).length * 3 >= items.length * 2 &&
    short.length * 3 >= all.length * 2
  )
}

/** （1）…（3） below 1., （4）… below 2. */
function countOn({ items }: NumberedList): boolean {
  const begins = items.flatMap(({ lists }) => lists[0]?.items[0]?.number ?? [])
  return begins.length > 1 && begins.slice(1).every((number) => number > 1)
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
  const first = lines.slice(0, at).filter((line) => lineLabel(line) === undefined && !isBreadcrumb(line))
  return first.filter((line) => above.includes(line))
}
