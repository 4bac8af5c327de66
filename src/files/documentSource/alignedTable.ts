/**
 * Tables of text whose columns are kept apart by blanks, as copied from a PDF or typed: two blanks or
 * more, or one blank where every line has as many words as the headings.
 */
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'

export interface AlignedTable {
  readonly rows: readonly (readonly string[])[]
  /** Lines that it takes. */
  readonly lines: number
}

interface Word {
  readonly text: string
  /** Columns of a terminal: a Chinese character takes two. */
  readonly from: number
}

const fewestColumns = 3
const fewestRows = 2

/** The table that begins with the line at `at`; undefined if it is no line of headings. */
export function alignedTable(lines: readonly string[], at: number): AlignedTable | undefined {
  const heading = lines[at] ?? ''
  if (heading.includes('|') || heading.length > 200) return undefined
  return byColumns(lines, at) ?? byCount(lines, at)
}

function byColumns(lines: readonly string[], at: number): AlignedTable | undefined {
  const heads = wordsIn(lines[at] ?? '')
  if (!areHeadings(heads.map(({ text }) => text))) return undefined
  const rows: string[][] = [heads.map(({ text }) => text)]
  let taken = 1
  for (const line of lines.slice(at + 1)) {
    const words = wordsIn(line)
    const [first] = words
    if (words.length === 0 || (words.length === 1 && first!.from < heads[1]!.from)) break
    const row = heads.map(() => '')
    for (const { text, from } of words) {
      const column = nearest(heads, from)
      row[column] = [row[column], text].join(' ').trim()
    }
    // A line without the first column goes on with the cells above.
    if (row[0] === '' && rows.length > 1) addTo(rows.at(-1)!, row)
    else rows.push(row)
    taken += 1
  }
  return rows.length > fewestRows ? { rows, lines: taken } : undefined
}

function addTo(above: string[], more: readonly string[]): void {
  for (const [at, text] of more.entries())
    above[at] = [above[at], text].filter((each) => each !== '').join('\n')
}

function byCount(lines: readonly string[], at: number): AlignedTable | undefined {
  const heads = (lines[at] ?? '').trim().split(/\s+/)
  if (!areHeadings(heads) || heads.some((word) => meaningsOf(word).length === 0)) return undefined
  const rows = [heads]
  for (const line of lines.slice(at + 1)) {
    const words = line.trim().split(/\s+/)
    if (words.length !== heads.length) break
    rows.push(words)
  }
  return rows.length > fewestRows ? { rows, lines: rows.length } : undefined
}

/** At least three, of which most are known. */
function areHeadings(words: readonly string[]): boolean {
  const known = words.filter((word) => meaningsOf(word).length > 0)
  return words.length >= fewestColumns && known.length >= fewestColumns - 1 && known.length * 2 > words.length
}

function wordsIn(line: string): readonly Word[] {
  const words: Word[] = []
  let from = 0
  for (const piece of line.split(/( {2,}|[ ]*\u3000+[ \u3000]*)/)) {
    if (piece.trim() !== '')
      words.push({ text: piece.trim(), from: from + widthOf(/^\s*/.exec(piece)?.[0] ?? '') })
    from += widthOf(piece)
  }
  return words
}

function nearest(heads: readonly Word[], from: number): number {
  let best = 0
  for (const [at, head] of heads.entries())
    if (Math.abs(head.from - from) < Math.abs(heads[best]!.from - from)) best = at
  return best
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) > 0xff ? 2 : 1
  return width
}
