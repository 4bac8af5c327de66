/**
 * Reads a Word document (.docx, ECMA-376 part 1) as it is shown: numbers of lists, merged cells, nested
 * tables, text boxes and content controls; without deleted and hidden text, comments and footnotes.
 */
import { strFromU8, unzipSync, type Unzipped } from 'fflate'
import { tableOf, type Merge } from '../tableSource/table.ts'
import { TableFileError } from '../tableSource/tableFileError.ts'
import { paragraph, type SourceBlock, type DocumentTable, type SourceDocument } from './sourceDocument.ts'
import { countNotes, type NoteCounts } from './noteCounts.ts'
import { wordNumbering, type WordNumbering } from './wordNumbering.ts'
import { childOf, elementsIn, xmlText, xmlTree, type XmlElement } from './xmlTree.ts'

const mostUnpacked = 40 * 1024 * 1024
const parts: ReadonlySet<string> = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml'])

/** Throws TableFileError if the file is broken or unpacks to too much. */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const files = unpacked(bytes)
  const document = files['word/document.xml']
  const tree = document && xmlTree(strFromU8(document))
  const body = childOf(tree, 'w:body')
  if (!body) throw new TableFileError('brokenDocument')
  const counts = countNotes()
  const numbering = wordNumbering(treeOf(files['word/numbering.xml']), treeOf(files['word/styles.xml']))
  const blocks = blocksIn(body, { numbering, counts })
  return { blocks, notes: counts.notes() }
}

function treeOf(part: Uint8Array | undefined): XmlElement | undefined {
  return part && xmlTree(strFromU8(part))
}

function unpacked(bytes: Uint8Array): Unzipped {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.has(name)) return false
        size += originalSize
        if (size > mostUnpacked) throw new TableFileError('documentTooLarge')
        return true
      },
    })
  } catch (error) {
    if (error instanceof TableFileError) throw error
    throw new TableFileError('brokenDocument', { cause: error })
  }
}

interface Reading {
  readonly numbering: WordNumbering
  readonly counts: NoteCounts
}

/** Elements that only wrap what is shown. */
const wrappers: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
])
const deletions: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

/** The children, those of wrappers in their place. */
function shownIn(element: XmlElement, counts: NoteCounts): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (deletions.has(child.name)) {
      if (textsOf(child) !== '') counts.add('deletedText')
      return []
    }
    return wrappers.has(child.name) ? shownIn(child, counts) : [child]
  })
}

function blocksIn(parent: XmlElement, reading: Reading): readonly SourceBlock[] {
  return shownIn(parent, reading.counts).flatMap((element) => {
    if (element.name === 'w:tbl') return tableBlocks(element, reading)
    return element.name === 'w:p' ? paragraphBlocks(element, reading) : []
  })
}

/** A paragraph and the text boxes that hang on it. */
function paragraphBlocks(element: XmlElement, reading: Reading): readonly SourceBlock[] {
  const text = numbered(element, reading)
  const boxes = textBoxesIn(element).flatMap((box) => blocksIn(box, reading))
  return [
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(paragraph),
    ...boxes,
  ]
}

function numbered(element: XmlElement, { numbering, counts }: Reading): string {
  const text = runsText(element, counts).trim()
  const properties = childOf(element, 'w:pPr')
  if (text === '' && childOf(properties, 'w:numPr') === undefined) return ''
  const label = numbering.labelOf(properties)
  return /[\w]$/.test(label) && text !== '' ? `${label} ${text}` : label + text
}

function runsText(element: XmlElement, counts: NoteCounts): string {
  return shownIn(element, counts)
    .map((child) => {
      if (child.name === 'w:r') return runText(child, counts)
      return child.name === 'm:oMath' || child.name === 'm:oMathPara' ? xmlText(child) : ''
    })
    .join('')
}

function runText(run: XmlElement, counts: NoteCounts): string {
  const properties = childOf(run, 'w:rPr')
  if (isOn(childOf(properties, 'w:vanish')) || isOn(childOf(properties, 'w:webHidden'))) {
    if (textsOf(run) !== '') counts.add('hiddenText')
    return ''
  }
  return elementsIn(run)
    .map((child) => {
      switch (child.name) {
        case 'w:t':
          return xmlText(child)
        case 'w:tab':
          return '\t'
        case 'w:br':
        case 'w:cr':
          return '\n'
        case 'w:noBreakHyphen':
          return '-'
        case 'w:sym':
          return tickSymbols.has(child.attributes['w:char']?.toUpperCase() ?? '') ? '√' : ''
        case 'w:ruby':
          return childOf(child, 'w:rubyBase') ? runsText(childOf(child, 'w:rubyBase')!, counts) : ''
        default:
          return ''
      }
    })
    .join('')
}

/** Ticks of the fonts Wingdings and Wingdings 2. */
const tickSymbols: ReadonlySet<string> = new Set([
  'F0FC',
  'F0FE',
  'F052',
  'F050',
  '00FC',
  '00FE',
  '0052',
  '0050',
])

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '')
}

function textsOf(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText') return xmlText(element)
  return elementsIn(element).map(textsOf).join('')
}

/** Text boxes in DrawingML and VML; of alternatives only the first. */
function textBoxesIn(element: XmlElement): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child]
    if (child.name !== 'mc:AlternateContent') return deletions.has(child.name) ? [] : textBoxesIn(child)
    const [first] = elementsIn(child)
    return first ? textBoxesIn(first) : []
  })
}

interface CellText {
  text: string
  readonly inner: DocumentTable[]
}

function tableBlocks(table: XmlElement, reading: Reading): readonly SourceBlock[] {
  const texts: string[][] = []
  const merges: Merge[] = []
  const inner: SourceBlock[] = []
  /** The merge that is open in each column. */
  const open = new Map<
    number,
    { readonly top: number; readonly left: number; readonly right: number; bottom: number }
  >()
  for (const row of shownIn(table, reading.counts).filter(({ name }) => name === 'w:tr')) {
    const properties = childOf(row, 'w:trPr')
    if (childOf(properties, 'w:del') || isOn(childOf(properties, 'w:hidden'))) {
      reading.counts.add(childOf(properties, 'w:del') ? 'deletedText' : 'hiddenText')
      continue
    }
    const top = texts.length
    const cells: string[] = []
    let left = numberOf(childOf(properties, 'w:gridBefore'), 0)
    for (const cell of shownIn(row, reading.counts).filter(({ name }) => name === 'w:tc')) {
      const format = childOf(cell, 'w:tcPr')
      const right = left + numberOf(childOf(format, 'w:gridSpan'), 1) - 1
      const merge = childOf(format, 'w:vMerge')
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart'
      const above = open.get(left)
      const { text, inner: nested } = cellText(cell, reading)
      while (cells.length < left) cells.push('')
      cells[left] = text
      inner.push(...nested.map((block) => captioned(block, cells.slice(0, left), text)))
      if (goesOn && above && above.bottom === top - 1) above.bottom = top
      else if (merge) open.set(left, { top, left, right, bottom: top })
      if (!merge && right > left) merges.push({ top, left, bottom: top, right })
      left = right + 1
    }
    texts.push(cells)
    for (const [column, span] of open) {
      if (span.bottom >= top) continue
      merges.push(span)
      open.delete(column)
    }
  }
  merges.push(...open.values())
  const spread = merges.filter(({ top, bottom, left, right }) => bottom > top || right > left)
  return [{ kind: 'table', table: tableOf(texts, spread) }, ...inner]
}

function numberOf(element: XmlElement | undefined, otherwise: number): number {
  const value = Number(element?.attributes['w:val'])
  return Number.isInteger(value) && value >= 0 && value < 200 ? value : otherwise
}

function cellText(cell: XmlElement, reading: Reading): CellText {
  const lines: string[] = []
  const inner: DocumentTable[] = []
  for (const block of blocksIn(cell, reading)) {
    if (block.kind === 'table') inner.push(block)
    else lines.push(block.text)
  }
  return { text: lines.join('\n'), inner }
}

/** A nested table is named by the label left of its cell, or by the cell's own text. */
function captioned(table: DocumentTable, before: readonly string[], own: string): DocumentTable {
  const caption = [own, ...[...before].reverse()].find((text) => text.trim() !== '' && text.length <= 30)
  return caption === undefined || table.caption !== undefined ? table : { ...table, caption }
}
