/**
 * Reads powers from a catalogue table. The user has confirmed the meaning of each column. Text not
 * understood goes to 备注 under its heading, or is reported with its row.
 */
import type { LegalBasis, PowerKind } from '../../model/chart.ts'
import { isSamePower, type ReadPower } from '../../model/catalogue/importPowers.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import { catalogueFormWords, catalogueTrouble } from '../../text/screen/catalogue.ts'
import { catalogueClosing, type PowerColumn } from '../../text/recognition/powerHeadings.ts'
import { readLegalBasis } from '../tableReading/cells/readLegalBasis.ts'
import { readPowerKind } from '../tableReading/cells/readPowerKind.ts'
import type { Cell, Table } from '../tableSource/table.ts'
import type { CatalogueColumn, CatalogueColumns } from './catalogueColumns.ts'

export interface CatalogueReading {
  readonly powers: readonly ReadPower[]
  /** Sentences that name the row. */
  readonly problems: readonly string[]
}

/** Chart ids by title. */
export type ChartsByTitle = ReadonlyMap<string, string>

/** Reads the powers. Never throws; problems are in the result. */
export function readCatalogue(
  table: Table,
  columns: CatalogueColumns,
  charts: ChartsByTitle,
): CatalogueReading {
  const reading: Reading = { columns: columns.columns, charts, found: [], problems: [] }
  // The first group may stand above the headings: 一、行政许可（2项）.
  const above = table.rows.slice(0, columns.at).filter((row) => isBand(row) && isGroup(row[0]?.text ?? ''))
  const [group] = above.slice(-1)
  if (group) readBand(group[0]!.text.trim(), reading)
  for (const [at, row] of table.rows.entries()) if (at > columns.at) readRow(row, at + 1, reading)
  return { powers: reading.found.map(({ power }) => power), problems: reading.problems }
}

interface Found {
  power: ReadPower
  readonly row: number
}

interface Reading {
  readonly columns: readonly CatalogueColumn[]
  readonly charts: ChartsByTitle
  readonly found: Found[]
  readonly problems: string[]
  group?: string | undefined
  kind?: PowerKind
}

function readRow(row: readonly Cell[], number: number, reading: Reading): void {
  const own = row.filter((cell) => !cell.covered && cell.text.trim() !== '')
  const [first] = own
  if (!first) return
  if (catalogueClosing.test(first.text.trim()))
    return void reading.problems.push(catalogueTrouble.closing(number, cut(first.text)))
  if (own.length === 1 && isBand(row)) return readBand(first.text.trim(), reading)
  const { power, isBelow } = powerIn(row, number, reading)
  const last = reading.found.at(-1)
  if (power.name === '' || isBelow) {
    if (last) last.power = joined(last.power, power)
    else
      reading.problems.push(catalogueTrouble.noName(number) + own.map(({ text }) => text.trim()).join('　'))
    return
  }
  const same = reading.found.find((one) => isSamePower(one.power, power))
  if (!same) return void reading.found.push({ power, row: number })
  reading.problems.push(catalogueTrouble.twice(number, power.name, same.row))
  same.power = joined(same.power, power)
}

/** Whether the row is a group heading: one text across the table or alone in the first cell. */
function isBand(row: readonly Cell[]): boolean {
  return (
    row.length > 2 &&
    row.every((cell) => cell.covered === 'left' || cell.text.trim() === '' || cell === row[0])
  )
}

/** 一、行政许可（2项） or 行政处罚类 names a kind; the title of the table does not. */
function isGroup(text: string): boolean {
  const words = text.trim()
  return /^[（(]?[一二三四五六七八九十]+[)）、.．]/.test(words) || readPowerKind(words) !== undefined
}

function readBand(text: string, reading: Reading): void {
  const bare = text
    .replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?\s*/, '')
    .replace(/[（(][^)）]*[)）]$/, '')
  const kind = reading.columns.some(({ means }) => means === 'kind') ? undefined : readPowerKind(bare)
  if (kind) reading.kind = kind
  else reading.group = bare === catalogueFormWords.ungrouped ? undefined : bare
}

function powerIn(row: readonly Cell[], number: number, reading: Reading) {
  const notes: string[] = []
  const texts = new Map<PowerColumn, string>()
  for (const { at, heading, means } of reading.columns) {
    const text = row[at]?.text.trim() ?? ''
    if (text === '') continue
    if (means !== 'note') texts.set(means, text)
    else if (row[at]?.covered !== 'above')
      notes.push(isNote(heading) ? text : catalogueFormWords.noted(heading, text))
  }
  // A further part of the power above says only what differs.
  const isFurtherPart = texts.has('part') && !texts.has('name')
  const whole = isFurtherPart ? reading.found.at(-1)?.power : undefined
  const kindWords = texts.get('kind')
  const kind = kindWords === undefined ? (whole?.kind ?? reading.kind) : readPowerKind(kindWords)
  if (kindWords !== undefined && !kind) {
    reading.problems.push(catalogueTrouble.unknownKind(number, cut(kindWords)))
    notes.push(catalogueFormWords.noted(headingOf('kind', reading), kindWords))
  }
  const chartWords = texts.get('chartTitle')
  const chart = chartWords === undefined ? undefined : reading.charts.get(chartWords)
  if (chartWords !== undefined && chart === undefined) {
    reading.problems.push(catalogueTrouble.noChart(number, cut(chartWords)))
    notes.push(catalogueFormWords.noted(headingOf('chartTitle', reading), chartWords))
  }
  const nameColumn = reading.columns.find(({ means }) => means === 'name')
  const partColumn = reading.columns.find(({ means }) => means === 'part')
  const part = partColumn ? row[partColumn.at] : undefined
  return {
    power: {
      ...(whole?.exercisedBy !== undefined && { exercisedBy: whole.exercisedBy }),
      ...(whole?.office !== undefined && { office: whole.office }),
      ...(whole?.group !== undefined && { group: whole.group }),
      ...powerOf(texts, reading),
      ...(kind ? { kind } : {}),
      ...(chart ? { chart } : {}),
      ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
    },
    // The name is merged from above and there is no sub-item: the row continues the same power.
    isBelow: isCovered(nameColumn && row[nameColumn.at]) && (!part?.text.trim() || isCovered(part)),
  }
}

function isCovered(cell: Cell | undefined): boolean {
  return cell?.covered === 'above'
}

/** A sub-item becomes a power; its parent becomes the group. */
function powerOf(texts: ReadonlyMap<PowerColumn, string>, { group }: Reading): ReadPower {
  const text = (column: PowerColumn) => texts.get(column)
  const whole = oneLine(text('name') ?? '')
  const part = oneLine(text('part') ?? '')
  const itsGroup = text('group') ?? (part !== '' && whole !== '' ? whole : group)
  const plain = (['content', 'exercisedBy', 'office', 'code'] as const).flatMap((field) =>
    text(field) === undefined ? [] : [[field, text(field)] as const],
  )
  const limits = (['statutoryLimit', 'promisedLimit'] as const).flatMap((field) =>
    text(field) === undefined ? [] : [[field, readTimeLimit(text(field)!)] as const],
  )
  const basis = text('legalBasis')
  return {
    name: part || whole,
    ...Object.fromEntries([...plain, ...limits]),
    ...(basis === undefined ? {} : { legalBasis: basesIn(basis) }),
    ...(itsGroup === undefined ? {} : { group: oneLine(itsGroup) }),
  }
}

/** Legal bases, one per line. */
export function basesIn(text: string): readonly LegalBasis[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLegalBasis)
}

/** Merges two rows of one power: missing values are filled in, additional ones added. */
function joined(power: ReadPower, more: ReadPower): ReadPower {
  const note = [power.note, more.note, ...different(power, more)].filter((text) => text !== undefined)
  const bases = [...(power.legalBasis ?? []), ...(more.legalBasis ?? [])]
  const legalBasis = bases.filter(
    (one, at) => bases.findIndex((other) => sayBasis(other) === sayBasis(one)) === at,
  )
  return {
    ...more,
    ...power,
    ...(legalBasis.length > 0 ? { legalBasis } : {}),
    ...(note.length > 0 ? { note: [...new Set(note)].join('\n') } : {}),
  }
}

/** A second, different content or office is kept in 备注. */
function different(power: ReadPower, more: ReadPower): readonly string[] {
  return (['content', 'exercisedBy', 'office'] as const).flatMap((field) => {
    const [first, second] = [power[field], more[field]]
    return second === undefined || first === undefined || first === second
      ? []
      : [catalogueFormWords.noted(catalogueFormWords.columns[field], second)]
  })
}

/** Title and article of a legal basis as one text. */
export function sayBasis({ title, article }: LegalBasis): string {
  return title + (article ?? '')
}

function headingOf(column: PowerColumn, { columns }: Reading): string {
  return columns.find(({ means }) => means === column)?.heading ?? ''
}

function isNote(heading: string): boolean {
  return heading === catalogueFormWords.columns.note
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '').trim()
}

function cut(text: string): string {
  const line = oneLine(text)
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}
