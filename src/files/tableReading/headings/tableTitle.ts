/** Reads the lines above the headings and the notes below a table. */
import type { Header } from '../../../model/chart.ts'
import { limitUnits } from '../../../text/recognition/headings.ts'
import { attachment, noteLine, notePrefix, sealed, titleWords } from '../../../text/recognition/tableWords.ts'
import { headerValue, placeOf, type HeaderPlace } from './headerFacts.ts'
import { withoutBlanks } from './headingMeaning.ts'
import { withoutStrayBlanks } from '../cells/readPostNames.ts'
import { filled, type Table } from '../../tableSource/table.ts'
import type { Headings } from './headings.ts'
import type { TableLine } from '../rows/tableLine.ts'

export interface TableTitle {
  readonly title?: string
  readonly unit?: string
  readonly header: Omit<Header, 'title'>
  /** Unit of bare numbers, from 单位：工作日 above the headings. */
  readonly limitUnit?: string
  /** Lines without information on the chart, such as 附件2. */
  readonly leftOut: readonly string[]
}

interface Said {
  readonly place: HeaderPlace
  readonly words: string
}

/** Reads title and header fields; `below` are the lines after the table. */
export function readTableTitle(table: Table, headings: Headings, below: readonly TableLine[]): TableTitle {
  const above = [
    ...(table.before ?? []).map(piecesOf),
    ...table.rows
      .slice(0, Math.max(0, headings.top))
      .map((row) => filled(row).flatMap((cell) => piecesOf(cell.text))),
  ]
  const { said, titles, notes, leftOut, limitUnit } = sorted(above.flatMap(pairs))
  const under = below.flatMap(({ text }) => text.split(/\u3000+/)).map(signed)
  const named = said.find(({ place }) => place === 'title')?.words
  const unit = said
    .find(({ place }) => place === 'unit')
    ?.words.replace(sealed, '')
    .trim()
  const title = titles.find((line) => titleWords.test(line)) ?? named ?? titles[0] ?? headingAsTitle(headings)
  const rest = [...titles, ...(named === undefined ? [] : [named])].filter((line) => line !== title)
  const note = [...rest, ...notes, ...under.flatMap((line) => line.note ?? []), ...(table.after ?? [])]
    .map((line) => line.replace(notePrefix, ''))
    .join('\n')
  return {
    leftOut,
    ...(title !== undefined && { title }),
    ...(unit !== undefined && { unit }),
    ...(limitUnit !== undefined && { limitUnit }),
    header: {
      ...Object.assign({}, ...under.map(({ header }) => header)),
      ...Object.fromEntries(said.flatMap(headerField)),
      ...(note !== '' && { note }),
    },
  }
}

/** Sorts lines into header fields, possible titles and notes. */
function sorted(pieces: readonly string[]) {
  const said: Said[] = []
  const titles: string[] = []
  const notes: string[] = []
  const leftOut: string[] = []
  let limitUnit: string | undefined
  for (const piece of pieces) {
    const [, label = '', words = ''] = /^([^:：]{1,16})[:：]\s*(.*)$/s.exec(piece) ?? []
    const place = placeOf(label)
    const unit = place === 'unit' ? limitUnits.find((each) => words === each) : undefined
    if (unit !== undefined) limitUnit = unit
    else if (place && isValue(place, words) && !said.some((each) => each.place === place))
      said.push({ place, words })
    else if (attachment.test(withoutBlanks(piece))) leftOut.push(piece)
    else if (label === '') titles.push(piece)
    else if (words !== '') notes.push(piece)
  }
  return { said, titles, notes, leftOut, limitUnit }
}

function isValue(place: HeaderPlace, words: string): boolean {
  return place === 'title' ? words !== '' : headerValue(place, words) !== undefined
}

/** 填表人：张三 becomes a header field; an empty signature line is dropped. */
function signed(line: string): { readonly header?: Partial<Header>; readonly note?: string } {
  const [, label = '', words = ''] = /^([^:：]{1,16})[:：]\s*(.*)$/s.exec(line) ?? []
  if (label !== '' && words === '' && !noteLine.test(line)) return {}
  const place = placeOf(label)
  return place === 'preparedBy' || place === 'supervisionPhone'
    ? { header: { [place]: words } }
    : { note: line }
}

function headerField({ place, words }: Said): readonly (readonly [string, unknown])[] {
  if (place === 'title' || place === 'unit') return []
  const value = headerValue(place, words)
  return value === undefined ? [] : [[place, value]]
}

/** Splits a line at wide blanks: 单位：… 编制人：… */
function piecesOf(text: string): readonly string[] {
  const line = text.trim().replaceAll(/\s*\n\s*/g, '')
  const pieces = line.split(/[\s\u3000]{2,}|\u3000/).filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => /[:：]/.test(piece))
    ? pieces.map((piece) => piece.trim())
    : [withoutStrayBlanks(line)]
}

/** A heading such as 公务用车审批工作流程 over a column of names is also the title. */
function headingAsTitle({ columns, at }: Headings): string | undefined {
  const heading = columns.get('name')?.heading
  const isOwn = at >= 0 && columns.size === 1 && heading !== undefined && heading.length > 6
  return isOwn ? heading : undefined
}

/** Joins a label and its value in the next cell: 承诺时限. */
function pairs(pieces: readonly string[]): readonly string[] {
  const joined: string[] = []
  const allPairs = pieces.length % 2 === 0 && placeOf(pieces[0] ?? '') !== undefined
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    const next = pieces[at + 1]
    const isLabel = allPairs || placeOf(piece.replace(/[:：]$/, '')) !== undefined || /[:：]$/.test(piece)
    if (isLabel && next !== undefined && !/[:：]/.test(next)) {
      joined.push(`${piece.replace(/[:：]$/, '')}：${next}`)
      at += 1
    } else joined.push(piece)
  }
  return joined
}
