/** Reads one step from its rows. Next steps are read later, when all steps are known. */
import type { Duty, LegalBasis, Parallel } from '../../../model/chart.ts'
import type { GradingScheme } from '../../../model/grading.ts'
import type { TimeLimit } from '../../../model/time/timeLimit.ts'
import {
  dutyWords,
  internalWords,
  noWords,
  publicWords,
  yesWords,
  type TableField,
} from '../../../text/recognition/headings.ts'
import { describesStep, wholeAct } from '../../../text/recognition/outlineWords.ts'
import { emptyCell } from '../../../text/recognition/tableWords.ts'
import { plainFieldsOn, type PlainField } from '../../../model/fields/chartFields.ts'
import { most } from '../../../model/kinds/limits.ts'
import { readLegalBasis } from '../cells/readLegalBasis.ts'
import { readItems } from '../cells/readItems.ts'
import { limitInSentence } from '../cells/limitInSentence.ts'
import { readLimitCell } from '../cells/readLimitCell.ts'
import { isPerson, postAndPerson } from '../cells/personNames.ts'
import { hintsIn } from '../outline/stepItem.ts'
import { rawPostNames, readPostNames, withoutStrayBlanks } from '../cells/readPostNames.ts'
import { splitOutside } from '../cells/splitOutside.ts'
import { plainNumber } from '../cells/stepNumber.ts'
import type { Headings } from '../headings/headings.ts'
import type { Problems } from '../gatherProblems.ts'
import { parallelOf } from './parallelOf.ts'
import { readTableRisks, type RisksOfStep } from './readTableRisks.ts'
import { fieldText, ownText, type StepRows, type TableRow } from './stepRows.ts'

export interface StepReading extends RisksOfStep {
  readonly row: number
  /** 序号 of each row, in half width. */
  readonly numbers: readonly string[]
  readonly name: string
  readonly kindCell: string
  readonly posts: readonly string[]
  readonly limit?: TimeLimit
  /** 下一步 of each row. */
  readonly nextCells: readonly { readonly row: number; readonly text: string }[]
  /** Cells that may name the next step if no column does: 办理结果 "通过进入④；不通过退回②". */
  readonly maybeNext: readonly { readonly row: number; readonly text: string }[]
  readonly duty?: Duty
  readonly parallel?: Parallel
  readonly legalBasis: readonly LegalBasis[]
  readonly materials: readonly string[]
  readonly documents: readonly string[]
  readonly internalOnly: boolean
  readonly note: string
  /** Plain text fields found in its rows: 办理地点. */
  readonly plain: { readonly [F in PlainField]?: string }
}

export interface StepContext {
  readonly headings: Headings
  readonly grading: GradingScheme
  readonly limitUnit?: string | undefined
}

/** Undefined if there is no usable name. */
export function readStep(
  rows: StepRows,
  { headings, limitUnit, grading }: StepContext,
  problems: Problems,
): StepReading | undefined {
  const [first] = rows
  const { name, post, limit: limitInName } = namedIn(first, headings, problems)
  if (name.length > most.name) {
    problems.error('cellTooLong', first.row, 'name', { other: most.name })
    return undefined
  }
  const written = limitOf(rows, headings, limitUnit, problems)
  const { beside } = written
  const described = rows.flatMap(({ noted }) => noted.filter((line) => describesStep.test(line)))
  const said = [...texts(rows, 'note'), ...texts(rows, 'detail'), ...described]
  const limit = written.limit ?? limitBeside(limitInName, said, { name, row: first.row, headings }, problems)
  const duty = dutyOf(first, problems)
  return {
    row: first.row,
    numbers: rows.map((row) => plainNumber(fieldText(row, 'number'))).filter((number) => number !== ''),
    name,
    kindCell: fieldText(first, 'kind'),
    posts: postsOr(postsOf(rows, problems), post),
    ...(limit && { limit }),
    nextCells: rows.flatMap((row, index) => {
      const text = index === 0 ? fieldText(row, 'next') : ownText(row, 'next')
      return text === '' ? [] : [{ row: row.row, text }]
    }),
    maybeNext: headings.columns.has('next') ? [] : rows.flatMap(mayLeadOn),
    ...(duty && { duty }),
    ...parallelOf(first, problems),
    legalBasis: texts(rows, 'basis').flatMap(listed).map(readLegalBasis),
    materials: texts(rows, 'materials').flatMap(listed),
    documents: texts(rows, 'documents').flatMap(listed),
    internalOnly: isInternal(first, 'internal', problems) || isInternal(first, 'public', problems),
    note: [...texts(rows, 'note'), ...headed(rows, headings), ...(beside === undefined ? [] : [beside])].join(
      '\n',
    ),
    plain: { ...stageOf(rows), ...plainOf(rows) },
    ...readTableRisks(rows, grading, problems),
  }
}

/** 阶段 as a column of its own. */
function stageOf(rows: StepRows): StepReading['plain'] {
  const phase = fieldText(rows[0], 'stage').trim()
  return phase === '' || emptyCell.test(phase) ? {} : { phase: withoutStrayBlanks(phase) }
}

function plainOf(rows: StepRows): StepReading['plain'] {
  return Object.fromEntries(
    plainFieldsOn('tableImport').flatMap((field) => {
      const said = [...new Set(texts(rows, field))].filter((text) => !emptyCell.test(text.trim()))
      return said.length > 0 ? [[field, said.join('；')]] : []
    }),
  )
}

/** The name, with the post and limit in brackets behind it where no column holds them. */
function namedIn(row: TableRow, headings: Headings, problems: Problems) {
  const name = nameOf(row, problems)
  const hints = hintsIn(name)
  const isFree =
    (hints.post === '' || fieldText(row, 'posts') === '') &&
    (hints.limit === '' || !headings.columns.has('limit'))
  const kept = isFree ? keptBracket.exec(hints.name)?.[1] : undefined
  if (kept !== undefined) problems.warning('bracketKept', row.row, 'name', { words: kept })
  return isFree ? hints : { name, post: '', limit: '' }
}

/** （立案大厅，当日） that is no post and limit for us. */
const keptBracket =
  /[(（]([^()（）]{1,12}[，,、；;](?:[^()（）]*\d+\s*个?(?:工作日|日|天|小时)|当[日天场])[^()（）]{0,2})[)）]$/

/** The name, without blanks and line ends of a narrow column. Two names in a cell are said. */
function nameOf(row: TableRow, problems: Problems): string {
  const lines = fieldText(row, 'name').split(/\s*\n\s*/)
  if (lines.length > 1 && lines.every((line) => wholeAct.test(line))) {
    problems.warning('severalNames', row.row, 'name', { words: lines.join('、') })
    return lines.join('、')
  }
  return withoutStrayBlanks(lines.join('\n'))
}

function postsOr(posts: readonly string[], hinted: string): readonly string[] {
  return posts.length > 0 || hinted === '' ? posts : readPostNames(hinted)
}

interface Beside {
  readonly name: string
  readonly row: number
  readonly headings: Headings
}

/** A limit in brackets behind the name, or in the description, which is then said. */
function limitBeside(
  hinted: string,
  said: readonly string[],
  { name, row, headings }: Beside,
  problems: Problems,
): TimeLimit | undefined {
  if (hinted !== '') {
    const limit = readLimitCell(hinted, undefined)
    if (limit?.kind === 'unread') problems.warning('unreadLimit', row, 'name', { words: hinted })
    return limit
  }
  if (headings.columns.has('limit') || headings.columns.has('statutory')) return undefined
  const found = limitInSentence(said.join('\n'), name)
  if (found) problems.warning('limitFromSentence', row, 'name', { words: found.wording })
  return found
}

function mayLeadOn(row: TableRow) {
  return (['documents', 'detail', 'note'] as const).flatMap((field) => {
    const text = ownText(row, field)
    // Longer texts tell what is done.
    return text.length < 400 && /[\d①-⑳第]/.test(text.normalize('NFKC')) ? [{ row: row.row, text }] : []
  })
}

/** 工作要求 and columns without a field, each under its heading. */
function headed(rows: StepRows, headings: Headings): readonly string[] {
  const fields = (['detail'] as const).flatMap((field) => {
    const heading = headings.columns.get(field)?.heading
    return heading === undefined ? [] : texts(rows, field).map((text) => `${heading}：${text}`)
  })
  return [...new Set([...fields, ...rows.flatMap(({ noted }) => noted)])]
}

/** Texts of a field: of the first row, merged or not, and own texts of the others. */
function texts(rows: StepRows, field: TableField): readonly string[] {
  return rows
    .map((row, index) => (index === 0 ? fieldText(row, field) : ownText(row, field)))
    .filter((text) => text !== '')
}

/**
 * Reads 科长 张三 as the post 科长. A person beside a post in the cell is left out and reported; alone, the
 * name is used as the post.
 */
function postsOf(rows: StepRows, problems: Problems): readonly string[] {
  const names = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const cell = index === 0 ? fieldText(row, 'posts') : ownText(row, 'posts')
    const words = emptyCell.test(cell.trim()) ? [] : rawPostNames(cell)
    const both = words.map((name) => postAndPerson(name) ?? asPostOrPerson(name))
    const isNamed = both.some(({ post }) => post !== undefined)
    for (const { post, person } of both) {
      if (person !== undefined && isNamed)
        problems.warning('personLeftOut', row.row, 'posts', { words: person })
      const name = withoutStrayBlanks(post ?? (isNamed ? '' : (person ?? '')))
      if (name.length > most.name) problems.error('cellTooLong', row.row, 'posts', { other: most.name })
      else if (name !== '') names.add(name)
    }
  }
  return [...names]
}

function asPostOrPerson(name: string): { readonly post?: string; readonly person?: string } {
  return isPerson(name) ? { person: name } : { post: name }
}

/**
 * A limit merged over several steps applies to them together; counting it for each would count it
 * repeatedly.
 */
function limitOf(
  rows: StepRows,
  headings: Headings,
  unit: string | undefined,
  problems: Problems,
): LimitReading {
  const [first] = rows
  if (first.fields.get('limit')?.covered) {
    problems.warning('sharedLimit', first.row, 'limit', { words: fieldText(first, 'limit') })
    return {}
  }
  const promised = limitIn(rows, 'limit', headings, unit)
  const statutory = limitIn(rows, 'statutory', headings, unit)
  const meant = promised ?? statutory
  if (meant && meant.limit.kind === 'unread' && meant.limit.counts)
    problems.warning('unreadLimit', meant.row, meant.field, { words: meant.limit.wording })
  return {
    ...(meant && { limit: meant.limit }),
    ...(promised &&
      statutory && { beside: `${headings.columns.get('statutory')!.heading}：${statutory.limit.wording}` }),
  }
}

interface LimitReading {
  readonly limit?: TimeLimit
  /** The statutory limit, if a shorter one is promised. */
  readonly beside?: string
}

function limitIn(rows: StepRows, field: 'limit' | 'statutory', headings: Headings, unit: string | undefined) {
  for (const row of rows) {
    const limit = readLimitCell(ownText(row, field), headings.columns.get(field)?.unit ?? unit)
    if (limit) return { limit, row: row.row, field }
  }
  return undefined
}

function dutyOf(row: TableRow, problems: Problems): Duty | undefined {
  const written = fieldText(row, 'duty')
  if (written === '') return undefined
  const duty = (Object.keys(dutyWords) as Duty[]).find((duty) =>
    (dutyWords[duty] as readonly string[]).includes(written),
  )
  if (!duty) problems.warning('unknownDuty', row.row, 'duty', { words: written })
  return duty
}

/** 是 affirms the heading; 内部 and 公开 state the value. */
function isInternal(row: TableRow, field: 'internal' | 'public', problems: Problems): boolean {
  const written = fieldText(row, field).normalize('NFKC').toUpperCase()
  if (written === '' || publicWords.includes(written)) return false
  if (internalWords.includes(written)) return true
  if (yesWords.includes(written)) return field === 'internal'
  if (noWords.includes(written)) return field === 'public'
  problems.warning('unknownPublic', row.row, field, { words: written })
  return true
}

/** Materials, documents and legal bases: numbered, or separated outside brackets. */
function listed(cell: string): readonly string[] {
  const items = readItems(cell)
  if (items.some((item) => item.number !== undefined)) return items.map((item) => item.text)
  return splitOutside(cell, /[、;；\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}
