/**
 * A flow drawn with lines of text, as assistants draw it:
 *   登记核实
 *     ├→ 属实 → 立案查处
 *     └→ 不属实 → 告知举报人
 * The first words of a branch are its label, if every branch has words behind them.
 */
import { nextHeading } from '../../../text/recognition/headings.ts'
import { endWords } from '../../../text/recognition/headings.ts'
import { outcomeWords } from '../../../text/recognition/tableWords.ts'
import { stepItem } from '../outline/stepItem.ts'
import { withoutNumber } from '../outline/lineLabel.ts'
import type { Table } from '../../tableSource/table.ts'
import { listed, onlyArrow, parted } from './outlineTable.ts'

const branch = /^[\s│┃|]*[├┝┣└┕┗╰]\s*[─━-]*\s*[→>＞]?\s*(.+)$/
const goesOn = /^[\s│┃|]+[↓⇩⬇]?\s*$/
const mostLines = 200

export interface TreeTable {
  readonly table: Table
  /** Something stands below the branches: where they meet is not drawn. */
  readonly meets: boolean
}

interface Node {
  readonly text: string
  readonly ways: string[]
}

/** Undefined unless branches stand below a line. */
export function treeTable(lines: readonly string[]): TreeTable | undefined {
  if (lines.length > mostLines || lines.filter((line) => branch.test(line)).length < 2) return undefined
  const nodes: Node[] = []
  let stem: Node | undefined
  let ends: Node[] = []
  let meets = false
  let inTree = false
  const others: string[] = []
  const labelled = lines
    .flatMap((line) => branch.exec(line)?.[1] ?? [])
    .every((rest) => piecesOf(rest).length > 1)
  const add = (texts: readonly string[], from: readonly Node[], label: string) => {
    let before = from
    for (const [at, text] of texts.entries()) {
      const node: Node = { text, ways: [] }
      nodes.push(node)
      for (const each of before)
        each.ways.push(at === 0 && label !== '' ? `${label}→${nodes.length}` : `${nodes.length}`)
      before = [node]
    }
    return before
  }
  for (const line of lines) {
    const text = line.trim()
    if (text === '' || onlyArrow.test(text) || goesOn.test(line)) continue
    const rest = branch.exec(line)?.[1]
    if (rest === undefined) {
      meets = meets || inTree
      const pieces = piecesOf(text)
      const from = inTree ? ends.filter((end) => !outcomeWords.test(end.text)) : stem ? [stem] : []
      if (!inTree && nodes.length === 0 && isTitle(text, lines)) {
        others.push(text)
        continue
      }
      stem = add(pieces, from, '').at(-1)
      inTree = false
      continue
    }
    if (!stem) return undefined
    if (!inTree) ends = []
    inTree = true
    const [first = '', ...more] = piecesOf(rest)
    ends.push(...(labelled ? add(more, [stem], first) : add([first, ...more], [stem], '')))
  }
  const items = nodes.map(({ text, ways }) => {
    const item = stepItem(withoutNumber(text), [])
    return {
      ...item,
      labelled: new Map([...item.labelled, [nextHeading, [ways.join('；') || endWords[0]!]]]),
    }
  })
  return items.length > 2 ? { table: listed(items, others), meets } : undefined
}

/** A line above that no arrow follows. */
function isTitle(text: string, lines: readonly string[]): boolean {
  const at = lines.findIndex((line) => line.trim() === text)
  const next = lines.slice(at + 1).find((line) => line.trim() !== '') ?? ''
  return at >= 0 && !onlyArrow.test(next.trim()) && !branch.test(next) && piecesOf(text).length === 1
}

function piecesOf(text: string): readonly string[] {
  const pieces = parted(text.replaceAll(/[─━-]+[>＞]/g, '→'))
  const [, label, rest] = /^([^:：→]{1,8})[:：]\s*(.+)$/.exec(text) ?? []
  return pieces.length === 1 && label !== undefined && rest !== undefined ? [label, rest] : pieces
}
