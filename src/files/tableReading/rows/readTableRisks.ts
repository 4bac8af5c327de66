/**
 * Reads risks and measures of one step. Within a row, numbered measures belong to the risk of the same
 * number; if the numbers do not match, every measure belongs to every risk of the row, and the user is
 * told.
 */
import type { Id, RiskCategory } from '../../../model/chart.ts'
import type { GradingScheme } from '../../../model/grading.ts'
import { categoryWords } from '../../../text/recognition/headings.ts'
import { emptyCell, levelFrame } from '../../../text/recognition/tableWords.ts'
import { readItems, type NumberedItem } from '../cells/readItems.ts'
import { labelledRisk } from '../cells/labelledRisk.ts'
import { readLevel } from '../cells/readLevel.ts'
import { trailingBrackets } from '../cells/splitOutside.ts'
import type { Problems } from '../gatherProblems.ts'
import { fieldText, ownText, type StepRows, type TableRow } from './stepRows.ts'

export interface TableRisk {
  readonly text: string
  readonly level?: Id
  readonly category?: RiskCategory
  readonly responsible?: string
  readonly cause?: string
  readonly consequence?: string
  readonly filledBy?: string
  readonly leader?: string
}

export interface TableMeasure {
  readonly text: string
  /** Indices of the step's risks. */
  readonly risks: readonly number[]
}

export interface RisksOfStep {
  readonly risks: readonly TableRisk[]
  readonly measures: readonly TableMeasure[]
}

/** Reads the risks and measures of a step; reports doubts to `problems`. */
export function readTableRisks(rows: StepRows, grading: GradingScheme, problems: Problems): RisksOfStep {
  return rows.reduce<RisksOfStep>(
    (so, row, index) => withRow(so, row, { isFirst: index === 0, grading, problems }),
    {
      risks: [],
      measures: [],
    },
  )
}

interface Reading {
  readonly isFirst: boolean
  readonly grading: GradingScheme
  readonly problems: Problems
}

function withRow(so: RisksOfStep, row: TableRow, { isFirst, grading, problems }: Reading): RisksOfStep {
  // The first row may be covered by a merged cell of the step above; that cell then applies to both.
  const said = isFirst ? fieldText : ownText
  const inCell = labelledRisk(said(row, 'risk'))
  const lines = inCell ? undefined : pairedLines(said(row, 'risk'), said(row, 'measures'))
  if (lines) problems.warning('pairedLines', row.row, 'risk', { other: lines.risks.length })
  const items = (
    lines?.risks ?? riskItems(inCell?.risk ?? said(row, 'risk'), said(row, 'riskDetail'), grading)
  ).filter(({ text }) => !emptyCell.test(text))
  const risks = items.map((item, index) => ({
    ...traitsOf(row, problems),
    ...levelOf(row, items, index, grading),
    ...withOwnLevel(item.text, grading),
  }))
  warnOfLevels(row, items, grading, problems)
  const places =
    risks.length > 0 ? risks.map((_, index) => so.risks.length + index) : so.risks.map((_, index) => index)
  const added = (
    lines?.measures ??
    readItems([said(row, 'measures'), inCell?.measures ?? ''].filter((text) => text !== '').join('\n'))
  ).filter(({ text }) => !emptyCell.test(text))
  const hangsDown = !isFirst && row.fields.get('measures')?.covered === true
  const earlier = hangsDown
    ? so.measures.map((measure) => ({ ...measure, risks: [...measure.risks, ...fresh(places, measure)] }))
    : so.measures
  const paired = isPaired(items, added)
  if (!paired && items.length > 1 && added.length > 1) problems.warning('unpaired', row.row, 'measures')
  if (added.length > 0 && places.length === 0) problems.warning('measureWithoutRisk', row.row, 'measures')
  return {
    risks: [...so.risks, ...risks],
    measures: [
      ...earlier,
      ...added.map(({ text }, index) => ({ text, risks: paired ? [places[index]!] : places })),
    ],
  }
}

function fresh(places: readonly number[], measure: TableMeasure): readonly number[] {
  return places.filter((place) => !measure.risks.includes(place))
}

function isPaired(risks: readonly NumberedItem[], measures: readonly NumberedItem[]): boolean {
  return (
    risks.length > 1 &&
    risks.length === measures.length &&
    risks.every((risk, index) => risk.number !== undefined && risk.number === measures[index]?.number)
  )
}

/** As many lines of risks as of measures, without numbers or ends of sentences: one below the other. */
function pairedLines(risk: string, measures: string) {
  const [risks, answers] = [risk, measures].map((text) => text.split('\n').map((line) => line.trim()))
  if (!risks || !answers || risks.length < 2 || risks.length !== answers.length) return undefined
  const arePlain = [...risks, ...answers].every((line) => /^[^\d(（①-⑳一二三].{2,}[^，,、:：]$/u.test(line))
  if (!arePlain || readItems(risk).length > 1) return undefined
  return { risks: numbered(risks), measures: numbered(answers) }
}

function numbered(lines: readonly string[]): readonly NumberedItem[] {
  return lines.map((text, at) => ({ number: at + 1, text }))
}

/** Splits 超目录采购（中）擅自换药（高）: each item ends with its level. */
function gradedItems(cell: string, grading: GradingScheme): readonly NumberedItem[] | undefined {
  const pieces = cell.split(/(?<=[)）】\]])[、，,;；。\s]*/).filter((piece) => piece !== '')
  const graded = pieces.filter((piece) => withOwnLevel(piece, grading).level !== undefined)
  const isNumbered = readItems(cell).some(({ number }) => number !== undefined)
  if (isNumbered || graded.length < 2 || graded.length < pieces.length) return undefined
  return pieces.map((text) => ({ number: undefined, text }))
}

/** Combines 风险点 and 表现形式 into one text. */
function riskItems(risk: string, detail: string, grading: GradingScheme): readonly NumberedItem[] {
  const risks = gradedItems(risk, grading) ?? readItems(risk)
  const details = readItems(detail)
  const [only, ...others] = risks
  if (only && others.length === 0 && details.length > 1)
    return details.map(({ number, text }) => ({ number, text: `${only.text}：${text}` }))
  if (risks.length !== details.length) return [...risks, ...details]
  return risks.map(({ number, text }, index) => ({ number, text: `${text}：${details[index]!.text}` }))
}

/** One level for all risks of the cell, or one per risk if the counts match. */
function levelOf(
  row: TableRow,
  items: readonly NumberedItem[],
  index: number,
  grading: GradingScheme,
): { readonly level?: Id } {
  const written = levelsIn(fieldText(row, 'level'), items.length)
  const reading = readLevel(written[index] ?? written[0] ?? '', grading)
  return reading ? { level: reading.level } : {}
}

/** Extracts the level after the risk: 擅自更换厂家（高）. */
function withOwnLevel(text: string, grading: GradingScheme): Pick<TableRisk, 'text' | 'level'> {
  const brackets = trailingBrackets(
    text
      .replace(/[。；;]$/, '')
      .replaceAll(/[【[]/g, '（')
      .replaceAll(/[】\]]/g, '）'),
  )
  if (!brackets || brackets.before === '') return { text }
  const words = levelFrame.exec(brackets.inside.replaceAll(/\s/g, ''))?.[1] ?? ''
  const reading = readLevel(words, grading)
  return reading ? { text: brackets.before, level: reading.level } : { text }
}

function levelsIn(cell: string, count: number): readonly string[] {
  const items = readItems(cell)
  const each = items.length > 1 ? items.map((item) => item.text) : cell.split(/[\n、;；,，/]/)
  return count > 1 && each.length === count ? each.map((level) => level.trim()) : [cell]
}

function warnOfLevels(
  row: TableRow,
  items: readonly NumberedItem[],
  grading: GradingScheme,
  problems: Problems,
): void {
  const cell = ownText(row, 'level')
  if (cell === '' || emptyCell.test(cell)) return
  if (items.length === 0) {
    problems.warning('levelWithoutRisk', row.row, 'level', { words: cell })
    return
  }
  for (const words of new Set(levelsIn(cell, items.length))) {
    const reading = readLevel(words, grading)
    if (!reading) problems.warning('unknownLevel', row.row, 'level', { words })
    else if (reading.assumed) problems.warning('levelAssumed', row.row, 'level', { words })
  }
}

function traitsOf(row: TableRow, problems: Problems): Omit<TableRisk, 'text' | 'level'> {
  const written = fieldText(row, 'category').replace(/类?风险$/, '')
  const category = (Object.keys(categoryWords) as RiskCategory[]).find((category) =>
    (categoryWords[category] as readonly string[]).includes(written),
  )
  if (written !== '' && !category)
    problems.warning('unknownCategory', row.row, 'category', { words: written })
  const responsible = fieldText(row, 'responsible')
  const leader = fieldText(row, 'leader')
  const cause = fieldText(row, 'cause')
  const consequence = fieldText(row, 'consequence')
  const filledBy = fieldText(row, 'filledBy')
  return {
    ...(category && { category }),
    ...(responsible !== '' && { responsible }),
    ...(cause !== '' && { cause }),
    ...(consequence !== '' && { consequence }),
    ...(filledBy !== '' && { filledBy }),
    ...(leader !== '' && { leader }),
  }
}
