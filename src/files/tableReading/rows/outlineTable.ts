/**
 * Converts lists without headings to a table: 申请→受理→办结, down or across, and numbered paragraphs.
 * Bracketed text after a name is its post or limit; lines below are read by their label or kept as note.
 */
import { endWords, nextHeading, outlineHeadings, stageHeading } from '../../../text/recognition/headings.ts'
import { arrows, noteLine, outlineTitle } from '../../../text/recognition/tableWords.ts'
import { splitOutside } from '../cells/splitOutside.ts'
import { limitAhead, otherDuties } from '../../../text/recognition/outlineWords.ts'
import { chainBranches } from '../outline/chainBranches.ts'
import { flowLists } from '../outline/flowList.ts'
import { itemsInLine } from '../outline/itemsInLine.ts'
import { lineLabel } from '../outline/lineLabel.ts'
import { numberedLists, type NumberedList } from '../outline/numberedLists.ts'
import { itemHead, stepItem, type StepItem } from '../outline/stepItem.ts'
import { filled, tableOf, type Table } from '../../tableSource/table.ts'

/** Undefined if it is not such a list. */
export function outlineTable(table: Table): Table | undefined {
  const rows = table.rows.map((row) => filled(row).map((cell) => cell.text.trim()))
  if (rows.some((cells) => cells.length > 1)) return undefined
  const lines = rows.flatMap(([line]) => line ?? []).flatMap((line) => line.split('\n'))
  return chainTable(lines) ?? listTable(lines)
}

/** Reads 申请→受理→办结, in one line or over several; separate lines are title and notes. */
export function chainTable(lines: readonly string[]): Table | undefined {
  // Beside arrows a dash only explains: 党委审批——3个月内.
  const plain = joinedBlocks(lines.map(withPlainArrows))
  const hasArrows = plain.some((line) => arrows.test(line))
  const joined = joinedArrows(hasArrows ? plain : plain.map(withDashes))
  const all = joined.filter((line) => areNames(parted(line), 2))
  const long = all.filter((line) => parted(line).length > 2)
  if (all.length > (long.length > 0 ? 1 : 2)) {
    const joint = new Set(all)
    const others = joined.filter((line) => !joint.has(line))
    return others.length > 3 ? undefined : joinedChains(all.map(parted), others)
  }
  const chains = joined.filter((line) => parted(line).length > 2)
  const others = joined.filter((line) => !chains.includes(line))
  if (chains.length !== 1 || others.length > 3) return undefined
  const { title, names } = titledChain(parted(chains[0]!))
  const pieces = chainBranches(names)
  const isBranched = pieces.some(({ next }) => next !== undefined)
  return listed(
    pieces.map(({ text, next: said }, at) => {
      const next = said ?? (isBranched && at + 1 < pieces.length ? String(at + 2) : undefined)
      const item = withLimitAhead(stepItem(text, []))
      return next === undefined
        ? item
        : { ...item, labelled: new Map([...item.labelled, [nextHeading, [next]]]) }
    }),
    [...title, ...others],
  )
}

function areNames(pieces: readonly string[], fewest: number): boolean {
  return pieces.length >= fewest && pieces.every((piece) => piece.length <= longestName)
}

const longestName = 40

/** Several lines of arrows that meet in a step: 审核→发证 and 审核→退回. */
function joinedChains(chains: readonly (readonly string[])[], others: readonly string[]): Table | undefined {
  const items: StepItem[] = []
  const places = new Map<string, number>()
  const ways = new Map<number, number[]>()
  for (const [index, names] of chains.entries()) {
    const read = names.map((name) => withLimitAhead(stepItem(name, [])))
    const isJoined = index === 0 || read.some(({ name }) => places.has(name))
    if (!isJoined || read.some(({ name }) => !/[\p{L}\p{N}]/u.test(name))) return undefined
    let before: number | undefined
    for (const item of read) {
      const at = places.get(item.name) ?? items.push(item)
      places.set(item.name, at)
      const known = before === undefined ? [] : (ways.get(before) ?? [])
      if (before !== undefined && !known.includes(at)) ways.set(before, [...known, at])
      before = at
    }
  }
  const steps = items.map((item, index) => {
    const next = ways.get(index + 1)?.join('；') ?? endWords[0]!
    return { ...item, labelled: new Map([...item.labelled, [nextHeading, [next]]]) }
  })
  return listed(steps, others)
}

/** 15日内受理 */
function withLimitAhead(item: StepItem): StepItem {
  const { limit, rest } = limitAhead.exec(item.name)?.groups ?? {}
  return limit === undefined || rest === undefined || item.limit !== ''
    ? item
    : { ...item, name: rest, limit }
}

export const onlyArrow = /^(?:→|➡|⇒|⟶|—+>|-+>|=+>|↓|⇩|▼|⬇|\||｜)+$/
const startsWithArrow = /^(?:→|➡|⇒|⟶|—+>|-+>|=+>|↓|⇩|⬇)/
const endsWithArrow = /(?:→|➡|⇒|⟶|—+>|-+>|=+>|↓|⇩|⬇)$/

/** Joins lines between which an arrow stands: at the end of one, at the beginning of the next, or alone. */
function joinedArrows(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  const filledLines = lines.map((each) => each.trim()).filter((each) => each !== '')
  for (const [at, written] of filledLines.entries()) {
    const before = joined.at(-1)
    const said = saidByArrow(written, filledLines[at + 1])
    if (said !== undefined && before !== undefined) {
      joined[joined.length - 1] = said.isLimit ? `${before}${said.words}→` : `${before}→${said.words}的，`
      continue
    }
    const line = written
    const goesOn =
      startsWithArrow.test(line) ||
      onlyArrow.test(line) ||
      (before !== undefined && (endsWithArrow.test(before) || /→[^→]{2,20}的，$/.test(before)))
    if (goesOn && before !== undefined)
      joined[joined.length - 1] = `${before}${onlyArrow.test(line) ? '→' : line}`
    else if (!onlyArrow.test(line)) joined.push(line)
  }
  return joined
}

/** ↓符合条件 or ↓（3个工作日）between two names: a condition, or how long the step above takes. */
function saidByArrow(line: string, next: string | undefined) {
  const words = /^[↓⇩⬇]\s*(.{2,20})$/.exec(line)?.[1]
  if (words === undefined || next === undefined || startsWithArrow.test(next)) return undefined
  const isLimit = /^[(（].*\d.*[)）]$/.test(words)
  return { words: isLimit ? words : words.replace(/[的,，、]+$/, ''), isLimit }
}

/** Arrows of their own line part blocks: brackets and descriptions below a name belong to it. */
function joinedBlocks(lines: readonly string[]): readonly string[] {
  const down = lines.filter((line) => line.trim() !== '' && onlyArrow.test(line.trim())).length
  if (down < 2) return lines
  const joined: string[] = []
  let isStep = false
  for (const [at, written] of lines.entries()) {
    const line = written.trim()
    const last = joined.at(-1)
    const next = lines[at + 1]?.trim() ?? ''
    const isBracket = /^[(（【[][^→]*[)）】\]]$/.test(line)
    const isMore: boolean =
      isStep && line !== '' && !arrows.test(line) && !noteLine.test(line) && lineLabel(line) === undefined
    if (
      last !== undefined &&
      last !== '' &&
      !onlyArrow.test(last) &&
      isBracket &&
      (isStep || onlyArrow.test(next))
    )
      joined[joined.length - 1] = `${last}${line}`
    else if (last !== undefined && isMore)
      joined[joined.length - 1] = `${last}${last.includes('：') ? '；' : '：'}${line}`
    else joined.push(line)
    isStep = line !== '' && (isMore || isBracket ? isStep : onlyArrow.test(last ?? ''))
  }
  return joined
}

/** ──＞, ＝＞ and ＞＞ of Chinese keyboards. */
function withPlainArrows(line: string): string {
  return line.replaceAll(/[─━—－=＝-]+\s*[>＞]|＞＞/g, '→')
}

/** 受理——审核——办结: dashes between short names are arrows. */
function withDashes(line: string): string {
  const pieces = line.split(/\s*(?:——|－－|--+)\s*/)
  const areNames = pieces.every((piece) => piece.length > 1 && piece.length <= shortName)
  return pieces.length > 2 && areNames && !arrows.test(line) ? pieces.join('→') : line
}

const shortName = 24

/** Pieces between arrows outside brackets. */
export function parted(line: string): readonly string[] {
  const text = line.replace(/[。.]$/, '').replaceAll(new RegExp(arrows, 'g'), '→')
  return splitOutside(text, /→/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** 办理流程：申请 begins with its title. */
function titledChain([first = '', ...others]: readonly string[]) {
  const [, label, name] = /^([^:：()（）]{2,20})[:：]\s*(.+)$/s.exec(first) ?? []
  if (label === undefined || name === undefined) return { title: [], names: [first, ...others] }
  return { title: [label], names: [name, ...others] }
}

function listTable(lines: readonly string[]): Table | undefined {
  const whole = lines.flatMap((line) => itemsInLine(line) ?? [line])
  const { lists } = numberedLists(whole)
  const [best] = flowLists(lists)
  if (!best) return undefined
  const others = whole.slice(0, best.list.items[0]!.at).filter((line) => line.trim() !== '')
  return tableOfList(best.list, others)
}

/** The list as rows under headings; `above` are the lines that stand before it. */
export function tableOfList({ items }: NumberedList, above: readonly string[]): Table {
  const below: string[] = []
  const duties = items.filter(({ text }) => otherDuties.test(text))
  below.push(...duties.map(({ text }) => `注：${text}`))
  const steps = items
    .filter((item) => !duties.includes(item))
    .map(({ text, more }) => {
      below.push(...more.filter((line) => noteLine.test(line)))
      return stepItem(
        text,
        more.filter((line) => !noteLine.test(line)),
      )
    })
  return listed(steps, [...above, ...below])
}

/** The items below each item as steps, the item above them as their stage. */
export function tableOfLeaves({ items }: NumberedList, above: readonly string[]): Table {
  const steps = items.flatMap((item) => {
    const leaves = item.lists.flatMap((list) => list.items)
    const stage: readonly [string, readonly string[]] = [stageHeading, [itemHead(item.text).name]]
    const texts = leaves.length > 0 ? leaves : [item]
    return texts.map(({ text, more }) => {
      const step = stepItem(text, more)
      return { ...step, labelled: new Map([...step.labelled, stage]) }
    })
  })
  return listed(steps, above)
}

/** Steps as rows under headings, other lines above and below them. */
export function listed(steps: readonly StepItem[], others: readonly string[]): Table {
  const titles = others.filter((line) => !noteLine.test(line)).map((line) => line.replace(outlineTitle, ''))
  const notes = others.filter((line) => noteLine.test(line))
  const labels = [...new Set(steps.flatMap(({ labelled }) => [...labelled.keys()]))]
  const isSaid = {
    post: steps.some(({ post }) => post !== ''),
    limit: steps.some(({ limit }) => limit !== ''),
  }
  const rows = steps.map(({ name, post, limit, labelled, rest }, at) => [
    String(at + 1),
    name,
    ...(isSaid.post ? [post] : []),
    ...(isSaid.limit ? [limit] : []),
    ...labels.map((label) => (labelled.get(label) ?? []).join('\n')),
    rest.join('\n'),
  ])
  const [number, name, posts, time, note] = outlineHeadings
  return tableOf(
    [
      ...titles.map((title) => [title]),
      [number, name, ...(isSaid.post ? [posts] : []), ...(isSaid.limit ? [time] : []), ...labels, note],
      ...rows,
      ...notes.map((line) => [line]),
    ],
    [],
  )
}
