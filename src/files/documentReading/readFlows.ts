/**
 * Reads the flow of a document. Several readers propose what it may be; the surest with the fewest
 * doubts is first, the others stay at hand. A document without a flow says where it belongs.
 */
import type { Chart, Id, PowerKind } from '../../model/chart.ts'
import { sayFault } from '../../text/messages/faults.ts'
import type { SaidDoubt } from '../../text/messages/intake.ts'
import { powerKindName } from '../../text/terms.ts'
import { plainFlowTitle } from '../../text/recognition/outlineWords.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { tableOfParagraphs, tablesOf, type PlacedTable } from '../documentSource/tablesOf.ts'
import { findHeadings } from '../tableReading/headings/findHeadings.ts'
import type { HeaderFacts } from '../tableReading/headings/headerFacts.ts'
import type { ColumnChoices } from '../tableReading/headings/headings.ts'
import { transposedTable } from '../tableReading/headings/transposedTable.ts'
import { readTable } from '../tableReading/readTable.ts'
import type { TableReading } from '../tableReading/tableReading.ts'
import type { Table } from '../tableSource/table.ts'
import { documentFacts } from './documentFacts.ts'
import { guideSections } from './guideSections.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { readLegalBasis } from '../tableReading/cells/readLegalBasis.ts'
import { documentTitle } from './documentTitle.ts'
import type { Candidate, DocumentReading, FlowReading } from './documentReading.ts'
import { doubtsOf } from './doubtsOf.ts'
import { otherDoor } from './otherDoor.ts'
import { readCells } from './readCells.ts'
import { readCellLines } from './readCellLines.ts'
import { readChains } from './readChains.ts'
import { readHeadedLines } from './readHeadedLines.ts'
import { readLabelledBlocks } from './readLabelledBlocks.ts'
import { readLists } from './readLists.ts'
import { readPlainLines } from './readPlainLines.ts'
import { readTables } from './readTables.ts'
import { unusedText } from './unusedText.ts'

export interface FlowChoices {
  /** Meanings of columns, by heading. */
  readonly columns?: ColumnChoices
  /** Only this sheet. */
  readonly sheet?: string
}

const mostReadings = 12
/** A doubt weighs as much as it is likely to be right; these alone say that the reading is wrong. */
const weightOf: { readonly [D in SaidDoubt['doubt']]?: number } = {
  oneStep: 60,
  longNames: 25,
  oddNames: 40,
  flowNames: 70,
  sections: 50,
  lonelySteps: 10,
  textAbove: 10,
  unknownColumns: 5,
}

export function readFlows(
  document: SourceDocument,
  newId: () => Id,
  choices: FlowChoices = {},
): DocumentReading {
  const columns = choices.columns ?? {}
  const tables = tablesOf(document).filter(
    ({ sheet }) => choices.sheet === undefined || sheet === choices.sheet,
  )
  const facts = { ...guideFacts(document), ...documentFacts(document) }
  const title = documentTitle(document)
  const candidates = [
    ...readTables(tables, columns),
    ...readCells(tables),
    ...readLists(document),
    ...readChains(document),
    ...readLabelledBlocks(document, tables),
    ...readCellLines(document),
    ...readHeadedLines(document),
    ...readPlainLines(document, tables),
  ]
  const read = [...candidates]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostReadings)
    .map((candidate) => readCandidate(candidate, { columns, facts, title, newId }))
    .filter(({ reading }) => reading.chart !== null)
    .sort((a, b) => b.weight - a.weight)
  const readings = different(read).map((each, at, all) => finished(each, at === 0 ? all : [each], document))
  const best = readings[0]
  const others = tables.filter((table) => !isReadIn(table, best) && hasWords(table))
  const door = otherDoor(document, tables, best)
  return {
    readings: door === undefined ? readings : [],
    notes: document.notes,
    ...(door !== undefined && { door }),
    otherSheets: others.flatMap(({ sheet }) => sheet ?? []),
    otherTables: others.filter(({ sheet }) => sheet === undefined).length,
    grid: gridOf(tables, document),
  }
}

/** Reads one table of the document anew: other meanings of columns, or corrected cells. */
export function rereadFlow(
  document: SourceDocument,
  { kind, where, table, sheet }: Pick<FlowReading, 'kind' | 'where' | 'table' | 'sheet'>,
  newId: () => Id,
  columns: ColumnChoices,
): FlowReading {
  const facts = { ...guideFacts(document), ...documentFacts(document) }
  const candidate = { kind, where, table, weight: 0, ...(sheet !== undefined && { sheet }) }
  const read = readCandidate(candidate, { columns, facts, title: documentTitle(document), newId })
  return finished(read, [read], document)
}

interface Read {
  readonly candidate: Candidate
  readonly reading: TableReading
  readonly doubts: readonly SaidDoubt[]
  readonly weight: number
}

interface Around {
  readonly columns: ColumnChoices
  readonly facts: HeaderFacts
  readonly title: string | undefined
  readonly newId: () => Id
}

function readCandidate(candidate: Candidate, { columns, facts, title, newId }: Around): Read {
  const reading = readTable(candidate.table, newId, 'chart', columns)
  const named = reading.chart && { ...reading, chart: withFacts(reading.chart, facts, title) }
  const whole = named ?? reading
  const doubts = [...(candidate.doubts ?? []), ...doubtsOf(whole)]
  const weight = candidate.weight - doubts.reduce((sum, { doubt }) => sum + (weightOf[doubt] ?? 0), 0)
  return { candidate, reading: whole, doubts, weight }
}

/** What the table itself says holds; the document fills what it leaves open. */
function withFacts(chart: Chart, facts: HeaderFacts, title: string | undefined): Chart {
  const { title: named, ...others } = facts
  return {
    ...chart,
    header: {
      ...others,
      ...chart.header,
      ...noteOf(chart.header.note, facts.note),
      // The first line may be the first step.
      title: titleOf(chart.header.title, isFirstStep(chart, title) ? undefined : title, named),
    },
  }
}

/** 1网上申报, or 网上申报, above its sentence. */
function isFirstStep({ steps }: Chart, title: string | undefined): boolean {
  return title !== undefined && steps[0]?.name === title.replace(/^\d{1,2}\s*/, '')
}

/** The table's own title, unless it is only the number and name of a section. */
function titleOf(own: string, title: string | undefined, named: string | undefined): string {
  const isSection = lineLabel(own) !== undefined || own === '' || plainFlowTitle.test(own)
  return (isSection ? title : undefined) ?? (own || (named ?? ''))
}

function noteOf(own: string | undefined, more: string | undefined) {
  const note = [own, more].filter((text) => text !== undefined && text !== '').join('\n')
  return note === '' ? {} : { note }
}

/** Sections of a guide: the basis has its field, the others stand in the note. */
function guideFacts(document: SourceDocument): HeaderFacts {
  const sections = guideSections(document)
  const basis = sections.filter(({ title }) => title.endsWith('依据'))
  const note = sections
    .filter((section) => !basis.includes(section))
    .map(({ title, text }) => `${title}：${text}`)
    .join('\n')
  return {
    ...(basis.length > 0 && {
      legalBasis: basis.flatMap(({ text }) => text.split('；').map(readLegalBasis)),
    }),
    ...(note !== '' && { note }),
  }
}

/** Readings that give the same steps are one. */
function different(read: readonly Read[]): readonly Read[] {
  const seen = new Set<string>()
  return read.filter(({ reading }) => {
    const key = reading.rows.map(({ name }) => name).join('|')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Other readings nearly as sure are told of. */
const near = 25

function finished(
  { candidate, reading, doubts }: Read,
  all: readonly Read[],
  document: SourceDocument,
): FlowReading {
  const [best, ...others] = all
  const rivals = others.filter(
    (other) =>
      best !== undefined &&
      (other.weight > best.weight - near || other.candidate.weight > best.candidate.weight - near) &&
      other.candidate.weight > 60 &&
      other.candidate.sheet === candidate.sheet,
  )
  const several: readonly SaidDoubt[] =
    rivals.length === 0
      ? []
      : [
          {
            doubt: 'severalFlows',
            other: rivals.length,
            words: rivals
              .map((other) => other.candidate.where || other.reading.rows[0]?.name || '')
              .slice(0, 5)
              .join('、'),
          },
        ]
  const { kind, where, table, sheet, moreSheets = [], uses } = candidate
  return {
    kind,
    where,
    table,
    ...(sheet !== undefined && { sheet }),
    ...(uses && { uses }),
    reading,
    doubts: [...doubts, ...several],
    unused: unusedText(inSheets(document, sheet === undefined ? [] : [sheet, ...moreSheets]), reading.chart, [
      ...reading.problems.map((problem) => sayFault(problem)),
      ...turnedTexts(table),
      ...powerKindWords(reading.chart?.header.powerKind),
    ]),
  }
}

function powerKindWords(kind: PowerKind | undefined): readonly string[] {
  return kind === undefined ? [] : [powerKindName[kind]]
}

/** Cells whose words became flowlines, kinds or levels. */
const turned = ['number', 'kind', 'next', 'level', 'category', 'public', 'internal'] as const

function turnedTexts(source: Table): readonly string[] {
  const table = transposedTable(source) ?? source
  const headings = findHeadings(table)
  if (!headings) return []
  const places = [
    ...turned.flatMap((field) => headings.columns.get(field)?.at ?? []),
    ...headings.moreNext.map(({ at }) => at),
  ]
  return table.rows.flatMap((row) => places.flatMap((at) => row[at]?.text ?? []))
}

function inSheets(document: SourceDocument, sheets: readonly string[]): SourceDocument {
  if (sheets.length === 0) return document
  return {
    ...document,
    blocks: document.blocks.filter(
      (block) => block.kind === 'paragraph' || sheets.includes(block.sheet ?? ''),
    ),
  }
}

function isReadIn(table: PlacedTable, best: FlowReading | undefined): boolean {
  if (!best) return false
  if (best.uses?.some(({ rows }) => rows === table.rows)) return true
  return best.table.rows === table.rows || (best.kind === 'cell' && best.sheet === table.sheet)
}

function hasWords({ rows }: Table): boolean {
  return rows.some((row) => row.some(({ text }) => text.trim() !== ''))
}

function gridOf(tables: readonly PlacedTable[], document: SourceDocument): Table {
  const [largest] = [...tables].sort((a, b) => b.rows.length - a.rows.length)
  return largest ?? tableOfParagraphs(document)
}
