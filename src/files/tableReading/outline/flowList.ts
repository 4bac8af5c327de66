/** Which lists of a text are a flow: by the title above, by what the items do, by their length. */
import {
  flowTitle,
  noFlowTitle,
  otherDuties,
  sectionTitle,
  stepAct,
} from '../../../text/recognition/outlineWords.ts'
import type { ListItem, NumberedList } from './numberedLists.ts'
import { itemHead } from './stepItem.ts'

export interface FlowList {
  readonly list: NumberedList
  /** From 0; above 50 the list is surely a flow. */
  readonly points: number
  /** The line above speaks of a flow. */
  readonly titled: boolean
}

/** The lists that may be a flow, the likeliest first. */
export function flowLists(lists: readonly NumberedList[], context = ''): readonly FlowList[] {
  return lists
    .map((list) => ({ list, points: pointsOf(list, context), titled: isTitled(list) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
}

function isTitled({ title }: NumberedList): boolean {
  return flowTitle.test(title) && !noFlowTitle.test(title)
}

function pointsOf(list: NumberedList, context: string): number {
  const { items, depth } = list
  const heads = items.filter(({ text }) => !otherDuties.test(text)).map(headIn)
  const titled = isTitled(list)
  const inContext = flowTitle.test(context) && depth === 0
  const sections = share(heads, (head) => sectionTitle.test(head))
  // A list below one step of another flow tells what is done there.
  const inside = depth > 0 && !titled ? 45 : 0
  return (
    20 +
    (titled ? 45 : 0) +
    (inContext ? 25 : 0) +
    35 * share(heads, (head) => stepAct.test(head) && !sectionTitle.test(head)) +
    25 * share(heads, (head) => head.length > 0 && head.length <= 16) +
    Math.min(10, items.length) -
    90 * sections -
    60 * share(heads, (head) => head.length > 40) -
    // Conditions (材料不全的) are branches of one step.
    60 * share(heads, (head) => /的$|的[(（:：]/.test(head)) -
    inside
  )
}

function headIn(item: ListItem): string {
  return itemHead(item.text).name
}

function share(heads: readonly string[], test: (head: string) => boolean): number {
  return heads.filter(test).length / heads.length
}
