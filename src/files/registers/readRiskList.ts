/**
 * Reads the risks of last year's 一览表, 登记表 or 责任清单 (workbook, CSV or pasted, as a `Table`). Headings
 * and cells are read as in tables of steps; omitted rows are reported. `matchedTo`
 * (model/registers/importRisks.ts) finds the places.
 */
import type { RiskCategory } from '../../model/chart.ts'
import type { GradingScheme } from '../../model/grading.ts'
import type { ListedRisk } from '../../model/registers/importRisks.ts'
import { closingWords, formWords, listHeadings, responsibleHeading } from '../../text/paper/forms.ts'
import { categoryWords, type TableField } from '../../text/recognition/headings.ts'
import { tickWords } from '../../text/recognition/tableWords.ts'
import { readItems } from '../tableReading/cells/readItems.ts'
import { postBeside, readPostNames } from '../tableReading/cells/readPostNames.ts'
import { readLevel } from '../tableReading/cells/readLevel.ts'
import type { Cell, Table } from '../tableSource/table.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import { stagedMeasures } from '../tableReading/headings/stagedMeasures.ts'
import { labelledRisks } from '../tableReading/headings/labelledCells.ts'
import type { Headings } from '../tableReading/headings/headings.ts'
import { gatherProblems, type Problems } from '../tableReading/gatherProblems.ts'
import type { TableProblem } from '../tableReading/tableReading.ts'

export interface RiskListReading {
  readonly risks: readonly ListedRisk[]
  readonly problems: readonly TableProblem[]
  /** Rows without a risk, reported to the user: sums, signatures, single cells. */
  readonly leftOut: readonly { readonly row: number; readonly words: string }[]
}

type Place = keyof typeof listHeadings
type ListField = TableField | Place

/** Reads the list; levels are interpreted in the grading scheme of the target chart. Never throws. */
export function readRiskList(source: Table, grading: GradingScheme): RiskListReading {
  const table = labelledRisks(stagedMeasures(source))
  const headings = findHeadings(table)
  const problems = gatherProblems(headings)
  if (!headings || headings.at < 0 || !(headings.columns.has('risk') || headings.columns.has('riskDetail'))) {
    problems.error('noRiskHeading')
    return { risks: [], problems: problems.all(), leftOut: [] }
  }
  const columns = columnsOf(table, headings)
  const owner = ownerAbove(table, headings)
  const risks: ListedRisk[] = []
  const leftOut: { readonly row: number; readonly words: string }[] = []
  let above: Said = {}
  let office: Said = {}
  for (const [at, cells] of table.rows.entries()) {
    if (at <= headings.at) continue
    const row = at + 1
    office = officeOf(office, cells, headings)
    const own = withGroups(said(cells, columns, { covered: false }), cells, headings)
    const words = cells.filter(({ covered }) => !covered).flatMap(({ text }) => text.trim() || [])
    if (words.length === 0 && !isCovered(cells)) continue
    if (closingWords.test(words[0] ?? '')) {
      leftOut.push({ row, words: words.join(' ') })
      continue
    }
    const whole = withGroups({ ...office, ...said(cells, columns, { covered: true }) }, cells, headings)
    const all = { ...owner, ...fromAbove(above), ...whole }
    const last = risks.at(-1)
    const added = measuresIn(own.measures)
    if (hasRisk(own, columns)) risks.push(...risksOf(row, all, grading, problems))
    else if (last && added.length > 0)
      risks[risks.length - 1] = { ...last, measures: [...last.measures, ...added] }
    else if (words.length > 0) leftOut.push({ row, words: words.join(' ') })
    above = all
  }
  return { risks, problems: problems.all(), leftOut }
}

type Said = { readonly [F in ListField]?: string }

function columnsOf(table: Table, headings: Headings): ReadonlyMap<ListField, number> {
  const columns = new Map<ListField, number>([...headings.columns].map(([field, { at }]) => [field, at]))
  const posts = headings.columns.get('posts')
  if (posts?.heading === responsibleHeading && !columns.has('responsible')) {
    columns.delete('posts')
    columns.set('responsible', posts.at)
  }
  for (const [at, cell] of (table.rows[headings.at] ?? []).entries()) {
    const heading = cell.text.normalize('NFKC').replaceAll(/\s/g, '')
    const field = (Object.keys(listHeadings) as Place[]).find((place) =>
      (listHeadings[place] as readonly string[]).includes(heading),
    )
    if (field && !columns.has(field)) columns.set(field, at)
  }
  return columns
}

function said(
  cells: readonly Cell[],
  columns: ReadonlyMap<ListField, number>,
  { covered }: { readonly covered: boolean },
): Said {
  const fields = [...columns].flatMap(([field, at]) => {
    const cell = cells[at]
    const text = cell && (covered || !cell.covered) ? cell.text.trim() : ''
    return text === '' ? [] : [[field, text] as const]
  })
  return Object.fromEntries(fields)
}

/** 岗位 beside 科室 is one post; a tick below 高 is a level. */
function withGroups(found: Said, cells: readonly Cell[], { morePosts, ticks, columns }: Headings): Said {
  const ticked = ticks.find(({ at }) => tickWords.includes(cells[at]?.text.trim() ?? ''))
  const posts = morePosts.reduce((post, { at, heading }) => {
    const words = cells[at]?.text.trim() ?? ''
    return words === '' || words === heading
      ? post
      : postBeside(post, columns.get('posts')?.heading ?? '', words, heading)
  }, found.posts ?? '')
  return {
    ...found,
    ...(posts !== '' && { posts }),
    ...(ticked && found.level === undefined && { level: ticked.heading }),
  }
}

/** Where 岗位 stands beside it, a blank 科室 repeats the one above. */
function officeOf(before: Said, cells: readonly Cell[], { columns, morePosts }: Headings): Said {
  const text = cells[columns.get('posts')?.at ?? -1]?.text.trim() ?? ''
  return morePosts.length === 0 || text === '' ? before : { posts: text }
}

/** 岗位名称：出纳 above a list of one post's risks. */
function ownerAbove(table: Table, headings: Headings): Said {
  const above = [
    ...(table.before ?? []),
    ...table.rows
      .slice(0, headings.top)
      .flatMap((row) => row.flatMap(({ text, covered }) => (covered ? [] : [text]))),
  ]
  const words = above.join('\n')
  const posts = /(?:^|\s)(?:岗位|岗位名称|职务)[:：]\s*(\S+)/u.exec(words)?.[1]
  const office = /(?:^|\s)(?:科室|部门|处室|股室|科室名称|部门名称)[:：]\s*(\S+)/u.exec(words)?.[1]
  return { ...(posts !== undefined && { posts }), ...(office !== undefined && { office }) }
}

function isCovered(cells: readonly Cell[]): boolean {
  return cells.some(({ covered }) => covered === 'above')
}

/**
 * Whether the row has its own risk. If 风险点 and 表现形式 are separate columns, the second holds the risk
 * and 风险点 the place of several risks.
 */
function hasRisk(own: Said, columns: ReadonlyMap<ListField, number>): boolean {
  return columns.has('riskDetail') ? own.riskDetail !== undefined : own.risk !== undefined
}

/** A blank place or owner repeats the row above; risks and measures never do. */
function fromAbove({ power, name, risk, posts, office }: Said): Said {
  return Object.fromEntries(
    Object.entries({ power, name, risk, posts, office }).filter(([, text]) => text !== undefined),
  )
}

function risksOf(row: number, all: Said, grading: GradingScheme, problems: Problems): readonly ListedRisk[] {
  // 风险点 is the place and 表现形式 the risk; if only one is present, it is the risk.
  const isApart = all.risk !== undefined && all.riskDetail !== undefined
  const texts = readItems((isApart ? all.riskDetail : (all.riskDetail ?? all.risk)) ?? '')
  const measures = readItems(all.measures ?? '')
  const isPaired = texts.length > 1 && texts.length === measures.length
  if (!isPaired && texts.length > 1 && measures.length > 1) problems.warning('unpaired', row, 'measures')
  const place = all.name ?? (isApart ? all.risk : undefined)
  const level = levelIn(row, all.level, grading, problems)
  const category = categoryIn(row, all.category, problems)
  return texts.map(({ text }, at) => ({
    row,
    ...(all.power === undefined ? {} : { power: all.power }),
    ...(place === undefined ? {} : { place }),
    posts: readPostNames(all.posts ?? all.office ?? ''),
    text,
    ...(category ? { category } : {}),
    ...(level === undefined ? {} : { level }),
    measures: (isPaired ? [measures[at]!] : measures).map((measure) => measure.text),
    ...(all.responsible === undefined ? {} : { responsible: all.responsible }),
    ...(all.leader === undefined ? {} : { leader: all.leader }),
    ...(all.cause === undefined ? {} : { cause: all.cause }),
    ...(all.consequence === undefined ? {} : { consequence: all.consequence }),
  }))
}

function measuresIn(text: string | undefined): readonly string[] {
  return readItems(text ?? '').map((item) => item.text)
}

function levelIn(row: number, words: string | undefined, grading: GradingScheme, problems: Problems) {
  if (words === undefined || words === formWords.ungraded) return undefined
  const reading = readLevel(words, grading)
  if (!reading) problems.warning('unknownLevel', row, 'level', { words })
  else if (reading.assumed) problems.warning('levelAssumed', row, 'level', { words })
  return reading?.level
}

function categoryIn(row: number, words: string | undefined, problems: Problems): RiskCategory | undefined {
  if (words === undefined) return undefined
  const written = words.replace(/风险$/, '')
  const found = (Object.keys(categoryWords) as RiskCategory[]).find((category) =>
    (categoryWords[category] as readonly string[]).includes(written),
  )
  if (!found) problems.warning('unknownCategory', row, 'category', { words })
  return found
}
