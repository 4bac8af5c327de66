/** The rows of one step → what they say of it. Where it leads is read later, when all steps are known. */
import type { Duty, LegalBasis } from '../model/chart.ts'
import { readTimeLimit } from '../model/readTimeLimit.ts'
import type { TimeLimit } from '../model/timeLimit.ts'
import {
  dutyWords,
  internalWords,
  noWords,
  publicWords,
  yesWords,
  type TableField,
} from '../text/headings.ts'
import { most } from './chartSchema.ts'
import { readLegalBasis } from './legalBasis.ts'
import { readItems } from './numberedItems.ts'
import { readPostNames } from './postNames.ts'
import { splitOutside } from './splitOutside.ts'
import type { Headings } from './tableHeadings.ts'
import type { Problems } from './tableProblems.ts'
import { readRisks, type RisksOfStep } from './tableRisks.ts'
import { fieldText, ownText, type StepRows, type TableRow } from './tableRows.ts'

export interface StepReading extends RisksOfStep {
  readonly row: number
  /** 序号 of each of its rows, in half width. */
  readonly numbers: readonly string[]
  readonly name: string
  readonly kindCell: string
  readonly posts: readonly string[]
  readonly limit?: TimeLimit
  /** 下一步 of each of its rows. */
  readonly nextCells: readonly { readonly row: number; readonly text: string }[]
  readonly duty?: Duty
  readonly legalBasis: readonly LegalBasis[]
  readonly materials: readonly string[]
  readonly documents: readonly string[]
  readonly internalOnly: boolean
  readonly note: string
}

/** Undefined where there is no fit name. */
export function readStep(rows: StepRows, headings: Headings, problems: Problems): StepReading | undefined {
  const [first] = rows
  const name = nameOf(first, headings)
  if (name.length > most.name) {
    problems.error('cellTooLong', first.row, 'name', { other: most.name })
    return undefined
  }
  const limit = limitOf(rows, headings, problems)
  const duty = dutyOf(first, problems)
  return {
    row: first.row,
    numbers: rows.map((row) => plainNumber(fieldText(row, 'number'))).filter((number) => number !== ''),
    name,
    kindCell: fieldText(first, 'kind'),
    posts: postsOf(rows, problems),
    ...(limit && { limit }),
    nextCells: rows.flatMap((row, index) => {
      const text = index === 0 ? fieldText(row, 'next') : ownText(row, 'next')
      return text === '' ? [] : [{ row: row.row, text }]
    }),
    ...(duty && { duty }),
    legalBasis: texts(rows, 'basis').flatMap(listed).map(readLegalBasis),
    materials: texts(rows, 'materials').flatMap(listed),
    documents: texts(rows, 'documents').flatMap(listed),
    internalOnly: isInternal(first, 'internal', problems) || isInternal(first, 'public', problems),
    note: texts(rows, 'note').join('\n'),
    ...readRisks(rows, problems),
  }
}

/** In a bare list the number may stand in the name's own cell: 3、审核. */
function nameOf(row: TableRow, headings: Headings): string {
  const name = fieldText(row, 'name').replaceAll(/\s*\n\s*/g, '')
  return headings.at < 0 ? name.replace(/^\d+[.．、)）]\s*(?=\S)/, '') : name
}

/** 第3步 and ３. are 3. */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^第?(.*?)步?[.、]?$/, '$1')
}

/** What the first row says, merged or not, and what the others say of their own. */
function texts(rows: StepRows, field: TableField): readonly string[] {
  return rows
    .map((row, index) => (index === 0 ? fieldText(row, field) : ownText(row, field)))
    .filter((text) => text !== '')
}

function postsOf(rows: StepRows, problems: Problems): readonly string[] {
  const names = [...new Set(texts(rows, 'posts').flatMap(readPostNames))]
  const fit = names.filter((name) => name.length <= most.name)
  if (fit.length < names.length) problems.error('cellTooLong', rows[0].row, 'posts', { other: most.name })
  return fit
}

/** One limit over several steps is theirs together: counted with each, it would be counted several times. */
function limitOf(
  [first, ...others]: StepRows,
  headings: Headings,
  problems: Problems,
): TimeLimit | undefined {
  if (first.fields.get('limit')?.covered) {
    problems.warning('sharedLimit', first.row, 'limit', { words: fieldText(first, 'limit') })
    return undefined
  }
  const row = [first, ...others].find((row) => ownText(row, 'limit') !== '')
  if (!row) return undefined
  const written = ownText(row, 'limit')
  const unit = headings.columns.get('limit')?.unit
  const isBare = unit !== undefined && /^\d+(?:\.\d+)?$/.test(written.normalize('NFKC'))
  const limit = readTimeLimit(
    isBare ? `${written.normalize('NFKC')}${unit === '工作日' ? '个' : ''}${unit}` : written,
  )
  if (limit.kind === 'unread' && limit.counts)
    problems.warning('unreadLimit', row.row, 'limit', { words: written })
  return limit
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

/** 是 answers the heading; 内部 and 公开 say it themselves. */
function isInternal(row: TableRow, field: 'internal' | 'public', problems: Problems): boolean {
  const written = fieldText(row, field).normalize('NFKC').toUpperCase()
  if (written === '' || publicWords.includes(written)) return false
  if (internalWords.includes(written)) return true
  if (yesWords.includes(written)) return field === 'internal'
  if (noWords.includes(written)) return field === 'public'
  problems.warning('unknownPublic', row.row, field, { words: written })
  return false
}

/** Materials, documents, bases: numbered, or parted by marks outside brackets. */
function listed(cell: string): readonly string[] {
  const items = readItems(cell)
  if (items.some((item) => item.number !== undefined)) return items.map((item) => item.text)
  return splitOutside(cell, /[、;；\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}
