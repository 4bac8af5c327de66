/** Reader: steps between arrows, in a line, over several lines, or down the page. */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { flowTitle } from '../../text/recognition/outlineWords.ts'
import { countedSteps } from '../../text/recognition/tableWords.ts'
import type { SaidDoubt } from '../../text/messages/intake.ts'
import { chainTable, parted } from '../tableReading/rows/outlineTable.ts'
import { readNumeral } from '../../model/numerals.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { treeTable } from '../tableReading/rows/treeTable.ts'
import type { Candidate } from './documentReading.ts'

export function readChains({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
  const tree = treeTable(lines)
  if (tree) {
    const doubts = tree.meets ? [{ doubt: 'branchesMeet' } as const] : []
    return [{ kind: 'chain', where: '', table: tree.table, weight: 96, doubts }]
  }
  const table = chainTable(lines)
  if (!table) return [...singleChains(lines), ...countedNames(lines)]
  // Arrows down the page and across: the second ones are branches.
  const down = lines.some((line) => /^[↓⇩⬇|｜\s]+$/.test(line))
  const across = lines.some((line) => parted(line).length > 1)
  const words = lines.flatMap((line) => /^\s*[↓⇩⬇]\s*([^↓⇩⬇(（]{2,20})$/.exec(line)?.[1] ?? [])
  const doubts: readonly SaidDoubt[] = [
    ...(down && across ? [{ doubt: 'branchedArrows' } as const] : []),
    ...(words.length > 0 ? [{ doubt: 'arrowWords', words: words.join('、') } as const] : []),
  ]
  return [{ kind: 'chain', where: '', table, weight: 95, doubts }]
}

const mostChains = 6
const longestName = 40

/** A line of arrows amid other text: the text is listed as not used. */
function singleChains(lines: readonly string[]): readonly Candidate[] {
  const chains = lines.flatMap((line, at) => {
    const names = parted(line)
    // ③ 发现隐患→上报→处置 is a step of the list that it stands in.
    const fewest = lineLabel(line) === undefined || flowTitle.test(names[0] ?? '') ? 3 : 4
    const isChain =
      names.length >= fewest && names.every((name) => name.length <= longestName && /\p{L}/u.test(name))
    return isChain ? [{ line, at }] : []
  })
  return chains.slice(0, mostChains).flatMap(({ line, at }, index): readonly Candidate[] => {
    const above =
      lines
        .slice(0, at)
        .filter((each) => each.trim() !== '')
        .at(-1) ?? ''
    const title =
      flowTitle.test(above) && parted(above).length < 2 && above.length <= longestName ? [above] : []
    const table = chainTable([...title, line])
    return table ? [{ kind: 'chain', where: title[0] ?? '', table, weight: 85 - index }] : []
  })
}

/** A sentence that names its steps and says how many: right only where they are as many. */
function countedNames(lines: readonly string[]): readonly Candidate[] {
  return lines.flatMap((line): readonly Candidate[] => {
    const { names: said, count } = countedSteps.exec(line)?.groups ?? {}
    const names = said?.split(/[、和及与]/).map((name) => name.trim()) ?? []
    if (count === undefined || names.length !== readNumeral(count) || names.length < 3) return []
    const table = chainTable([names.join('→')])
    return table
      ? [{ kind: 'chain', where: '', table, weight: 55, doubts: [{ doubt: 'namesInSentence' }] }]
      : []
  })
}
