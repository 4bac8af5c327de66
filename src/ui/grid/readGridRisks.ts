/** Parses 风险点, 等级 and 措施 of one row into risks. Numbers in the last two refer to the first. */
import { readLevel } from '../../files/tableReading/cells/readLevel.ts'
import type { Id } from '../../model/chart.ts'
import type { RiskLines } from '../../model/edits/rows/setRisksFromLines.ts'
import { measureFields } from '../../model/fields/chartFields.ts'
import { riskFields } from '../../model/fields/riskFields.ts'
import { excessIn } from '../../model/fields/excess.ts'
import type { GradingScheme } from '../../model/grading.ts'
import type { GridFault } from '../../text/screen/grid.ts'
import { gridCounts } from '../../text/screen/grid.ts'
import { nothingWords } from '../../text/recognition/headings.ts'
import type { Cells } from './gridColumns.ts'
import type { ListLine } from './listLine.ts'
import { readLines, readNumbered } from './listLine.ts'

export type RiskColumn = 'risk' | 'level' | 'measures'

export interface CellFault {
  readonly fault: GridFault
  readonly words: string
}

type Read<T> = { readonly lines: T } | CellFault

interface RiskReading {
  readonly lines: RiskLines
  readonly faults: readonly (CellFault & { readonly column: RiskColumn })[]
}

/**
 * `held`: current number of risks of the step. Columns are parsed separately, so a fault affects
 * one only.
 */
export function readGridRisks(
  cells: Partial<Pick<Cells, RiskColumn>>,
  held: number,
  grading: GradingScheme,
): RiskReading {
  const risks = cells.risk === undefined ? undefined : readTexts(cells.risk)
  const texts = risks && 'lines' in risks ? risks.lines : undefined
  const count = texts?.length ?? held
  const levels = cells.level === undefined ? undefined : readLevels(cells.level, count, grading)
  const measures = cells.measures === undefined ? undefined : readMeasures(cells.measures, count)
  return {
    lines: {
      ...(texts && { texts }),
      ...(levels && 'lines' in levels && { levels: levels.lines }),
      ...(measures && 'lines' in measures && { measures: measures.lines }),
    },
    faults: [
      ...(risks && 'fault' in risks ? [{ ...risks, column: 'risk' as const }] : []),
      ...(levels && 'fault' in levels ? [{ ...levels, column: 'level' as const }] : []),
      ...(measures && 'fault' in measures ? [{ ...measures, column: 'measures' as const }] : []),
    ],
  }
}

function readTexts(cell: string): Read<readonly string[]> {
  const texts = readLines(cell).map((line) => line.text)
  return texts.some((text) => excessIn(riskFields.text, text))
    ? { fault: 'tooLong', words: '' }
    : { lines: texts }
}

function readLevels(
  cell: string,
  count: number,
  grading: GradingScheme,
): Read<NonNullable<RiskLines['levels']>> {
  const written = readNumbered(cell)
  if (written.length === 0) return { lines: [] }
  if (count === 0) return { fault: 'levelWithoutRisk', words: '' }
  const byNumber = written.every((line) => line.numbers.length > 0)
  const words = byNumber ? written.map((line) => line.text) : pieces(cell)
  const unknown = words.find((word) => levelOf(word, grading) === null)
  if (unknown !== undefined) return { fault: 'unknownLevel', words: unknown }
  if (byNumber) return levelsByNumber(written, count, grading)
  const levels = words.map((word) => levelOf(word, grading) ?? undefined)
  if (levels.length === 1) return { lines: Array.from({ length: count }, () => levels[0]) }
  return levels.length === count
    ? { lines: levels }
    : { fault: 'levelCount', words: gridCounts(levels.length, count) }
}

function levelsByNumber(
  written: readonly ListLine[],
  count: number,
  grading: GradingScheme,
): Read<readonly (Id | undefined)[]> {
  const beyond = written.flatMap((line) => line.numbers).find((number) => number < 1 || number > count)
  if (beyond !== undefined) return { fault: 'noSuchRisk', words: String(beyond) }
  const lines = Array.from({ length: count }, (_, at) => {
    const line = written.find((each) => each.numbers.includes(at + 1))
    return line ? (levelOf(line.text, grading) ?? undefined) : undefined
  })
  return { lines }
}

/** Accepts 高、中 and 高；中 and one per line. */
function pieces(cell: string): readonly string[] {
  return cell
    .split(/[\n、;；,，/]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** Null if the text is no level; undefined if it says none. */
function levelOf(word: string, grading: GradingScheme): Id | undefined | null {
  if (nothingWords.includes(word)) return undefined
  return readLevel(word, grading)?.level ?? null
}

function readMeasures(cell: string, count: number): Read<NonNullable<RiskLines['measures']>> {
  const plain = readLines(cell)
  if ([...plain, ...readNumbered(cell)].some(({ text }) => excessIn(measureFields.text, text)))
    return { fault: 'tooLong', words: '' }
  if (plain.length === 0) return { lines: [] }
  if (count === 0) return { fault: 'measureWithoutRisk', words: '' }
  const every = Array.from({ length: count }, (_, at) => at)
  if (count === 1) return { lines: plain.map(({ text }) => ({ text, risks: every })) }
  const lines = readNumbered(cell)
  if (lines.some((line) => line.numbers.length === 0))
    return { lines: lines.map(({ text }) => ({ text, risks: every })) }
  const beyond = lines.flatMap((line) => line.numbers).find((number) => number < 1 || number > count)
  if (beyond !== undefined) return { fault: 'noSuchRisk', words: String(beyond) }
  return {
    lines: lines.map(({ numbers, text }) => ({
      text,
      risks: [...new Set(numbers)].map((number) => number - 1),
    })),
  }
}
