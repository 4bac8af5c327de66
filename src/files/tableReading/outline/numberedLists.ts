/**
 * The lists of a text, each with what stands below its items. A number goes on only in its own style:
 * （3） below 2. is no third item.
 */
import { articleStyle, lineLabel, type LineLabel } from './lineLabel.ts'

export interface ListItem {
  /** Place of its line. */
  readonly at: number
  readonly number: number
  readonly text: string
  /** All lines below it, also those of lists inside. */
  readonly more: string[]
  readonly lists: NumberedList[]
}

export interface NumberedList {
  readonly style: string
  readonly items: ListItem[]
  /** The item or line above it. */
  readonly title: string
  readonly depth: number
  /** Lines that follow its last item without belonging to it are not known: they are in `more`. */
}

export interface Outline {
  /** All lists with two items or more, in order of their first line. */
  readonly lists: readonly NumberedList[]
  /** Lines above the first list. */
  readonly above: readonly string[]
}

interface Open {
  readonly list: NumberedList
  item: ListItem
}

export function numberedLists(lines: readonly string[]): Outline {
  const all: NumberedList[] = []
  const open: Open[] = []
  const above: string[] = []
  const last = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const text = line.trim()
    if (text === '') continue
    const label = lineLabel(text)
    const level = label ? goingOn(open, label) : -1
    if (label && level >= 0) {
      open.length = level + 1
      addItem(open, label, at, text)
      last.set(label.style, label.number ?? 0)
    } else if (label && beginsList(label, open, last)) {
      last.set(label.style, label.number ?? 0)
      begin(all, open, label, { at, text, title: titleAbove(lines, at, open, above) })
    } else if (open.length === 0) above.push(text)
    else for (const { item } of open) item.more.push(text)
  }
  return { lists: all.filter(({ items }) => items.length > 1), above }
}

/** 1, or what goes on below the next item: （4） under 2. after （3） under 1. */
function beginsList(
  { style, number }: LineLabel,
  open: readonly Open[],
  last: ReadonlyMap<string, number>,
): boolean {
  if (number === 1 || number === undefined) return true
  return open.length > 0 && last.get(style) === number - 1
}

/** The open list that the label continues; one missing number is passed over. */
function goingOn(open: readonly Open[], { style, number }: LineLabel): number {
  for (let level = open.length - 1; level >= 0; level -= 1) {
    const { list, item } = open[level]!
    if (list.style !== style) continue
    return number === undefined || number === item.number + 1 || number === item.number + 2 ? level : -1
  }
  return -1
}

function addItem(open: Open[], { rest, number }: LineLabel, at: number, whole: string): void {
  const last = open.at(-1)!
  for (const { item } of open.slice(0, -1)) item.more.push(whole)
  const item: ListItem = { at, number: number ?? last.list.items.length + 1, text: rest, more: [], lists: [] }
  last.list.items.push(item)
  last.item = item
}

interface Begin {
  readonly at: number
  readonly text: string
  readonly title: string
}

/** A list that begins anew in an open style stands beside the one before. */
function begin(all: NumberedList[], open: Open[], label: LineLabel, { at, text, title }: Begin): void {
  const same = open.findIndex(({ list }) => list.style === label.style)
  if (same >= 0) open.length = same
  const parent = open.at(-1)?.item
  const item: ListItem = { at, number: label.number ?? 1, text: label.rest, more: [], lists: [] }
  const list: NumberedList = {
    style: label.style,
    items: [item],
    title,
    depth: open.filter((each) => each.list.style !== articleStyle).length,
  }
  for (const each of open) each.item.more.push(text)
  parent?.lists.push(list)
  all.push(list)
  open.push({ list, item })
}

/** The line directly above the list: the item that it stands in, or a title. */
function titleAbove(
  lines: readonly string[],
  at: number,
  open: readonly Open[],
  above: readonly string[],
): string {
  const before =
    lines
      .slice(0, at)
      .filter((line) => line.trim() !== '')
      .at(-1)
      ?.trim() ?? ''
  const parent = open.at(-1)?.item.text ?? ''
  return [before.length <= 40 ? before : '', parent, above.at(-1) ?? ''].find((line) => line !== '') ?? ''
}
