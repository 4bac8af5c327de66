/**
 * Reads rich text (.rtf 1.9) of Word, WPS and LibreOffice: paragraphs with the numbers of their lists,
 * and tables with merged cells; without hidden and deleted text.
 */
import { tableOf, type Merge } from '../tableSource/table.ts'
import { countNotes, type NoteCounts } from './noteCounts.ts'
import { paragraph, type SourceBlock, type SourceDocument } from './sourceDocument.ts'

/** Groups that hold no text of the document. */
const silent: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation listtable listoverridetable rsidtbl generator themedata datastore xmlnstbl latentstyles pgptbl atnid atnauthor fldinst shpinst nonshppict bkmkstart bkmkend filetbl'.split(
    ' ',
  ),
)
const breaks: { readonly [word: string]: string } = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}
const codePages: { readonly [page: string]: string } = {
  '936': 'gb18030',
  '950': 'big5',
  '1252': 'windows-1252',
  '65001': 'utf-8',
}

interface State {
  readonly silent: boolean
  readonly hidden: boolean
  readonly deleted: boolean
  /** Characters to be passed over after \\u. */
  readonly after: number
}

interface Row {
  readonly texts: string[]
  /** Merging of the cells: first or further, vertical or horizontal. */
  readonly formats: { down?: 'first' | 'further'; across?: 'first' | 'further' }[]
}

const token = /\{|\}|\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\(\*|[^a-z])|[\r\n]+|[^\\{}\r\n]+/gi

class RtfReading {
  readonly counts: NoteCounts = countNotes()
  readonly #blocks: SourceBlock[] = []
  readonly #states: State[] = [{ silent: false, hidden: false, deleted: false, after: 1 }]
  #decoder = new TextDecoder('gb18030')
  #bytes: number[] = []
  #text = ''
  #skip = 0
  #isInTable = false
  #formats: Row['formats'] = []
  #format: Row['formats'][number] = {}
  #cells: string[] = []
  #rows: Row[] = []

  get #state(): State {
    return this.#states.at(-1)!
  }

  #set(change: Partial<State>): void {
    this.#states[this.#states.length - 1] = { ...this.#state, ...change }
  }

  take(match: RegExpMatchArray): void {
    const [whole, word, value, hex, symbol] = match
    if (hex !== undefined) {
      this.#byte(Number.parseInt(hex, 16))
      return
    }
    this.#flush()
    if (whole === '{') this.#states.push(this.#state)
    else if (whole === '}') {
      if (this.#states.length > 1) this.#states.pop()
    } else if (word !== undefined) this.#word(word, value === undefined ? undefined : Number(value))
    else if (symbol !== undefined) this.#symbol(symbol)
    else if (!/^[\r\n]/.test(whole)) this.#add(whole)
  }

  end(): SourceDocument {
    this.#flush()
    this.#endTable()
    this.#endParagraph()
    return { blocks: this.#blocks, notes: this.counts.notes() }
  }

  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip -= 1
    else this.#bytes.push(byte)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = new Uint8Array(this.#bytes)
    this.#bytes = []
    this.#write(this.#decoder.decode(bytes))
  }

  #add(words: string): void {
    const kept = words.slice(Math.min(this.#skip, words.length))
    this.#skip -= words.length - kept.length
    this.#write(kept)
  }

  #write(words: string): void {
    if (words === '' || this.#state.silent) return
    if (this.#state.deleted) this.counts.add('deletedText')
    else if (this.#state.hidden) this.counts.add('hiddenText')
    else this.#text += words
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#set({ silent: true })
    else if (symbol === '~') this.#write('\u00a0')
    else if (symbol === '_') this.#write('-')
    else if (symbol === '{' || symbol === '}' || symbol === '\\') this.#write(symbol)
    else if (symbol === '\n' || symbol === '\r') this.#word('par', undefined)
  }

  #word(word: string, value: number | undefined): void {
    if (silent.has(word)) this.#set({ silent: true })
    else if (word === 'listtext' || word === 'shptxt') this.#set({ silent: false })
    else if (word === 'u' && value !== undefined) {
      this.#write(String.fromCodePoint(value < 0 ? value + 65_536 : value))
      this.#skip = this.#state.after
    } else if (word === 'uc') this.#set({ after: value ?? 1 })
    else if (word === 'v') this.#set({ hidden: value !== 0 })
    else if (word === 'deleted') this.#set({ deleted: value !== 0 })
    else if (word === 'plain') this.#set({ hidden: false, deleted: false })
    else if (word === 'ansicpg') this.#decoder = new TextDecoder(codePages[String(value)] ?? 'gb18030')
    else if (!this.#state.silent) this.#layout(word)
  }

  #layout(word: string): void {
    switch (word) {
      case 'par':
      case 'line':
      case 'sect':
      case 'page':
        if (this.#isInTable) this.#text += '\n'
        else this.#endParagraph()
        break
      case 'pard':
        this.#isInTable = false
        break
      case 'intbl':
        this.#isInTable = true
        break
      case 'trowd':
        this.#formats = []
        this.#format = {}
        break
      case 'clvmgf':
      case 'clvmrg':
        this.#format.down = word === 'clvmgf' ? 'first' : 'further'
        break
      case 'clmgf':
      case 'clmrg':
        this.#format.across = word === 'clmgf' ? 'first' : 'further'
        break
      case 'cellx':
        this.#formats.push(this.#format)
        this.#format = {}
        break
      case 'cell':
      case 'nestcell':
        this.#cells.push(this.#text.trim())
        this.#text = ''
        break
      case 'row':
        this.#rows.push({ texts: this.#cells, formats: [...this.#formats] })
        this.#cells = []
        break
      default:
        this.#write(breaks[word] ?? '')
    }
  }

  #endParagraph(): void {
    if (this.#text.trim() === '') {
      this.#text = ''
      return
    }
    this.#endTable()
    for (const line of this.#text.split('\n'))
      if (line.trim() !== '') this.#blocks.push(paragraph(line.trim()))
    this.#text = ''
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#rows.push({ texts: this.#cells, formats: [...this.#formats] })
    this.#cells = []
    if (this.#rows.length === 0) return
    this.#blocks.push({
      kind: 'table',
      table: tableOf(
        this.#rows.map(({ texts }) => texts),
        mergesIn(this.#rows),
      ),
    })
    this.#rows = []
  }
}

function mergesIn(rows: readonly Row[]): readonly Merge[] {
  return rows.flatMap(({ formats }, top) =>
    formats.flatMap(({ down, across }, left) => {
      if (down !== 'first' && across !== 'first') return []
      const isDown = (row: number) => down === 'first' && rows[row]?.formats[left]?.down === 'further'
      const isAcross = (column: number) => across === 'first' && formats[column]?.across === 'further'
      let bottom = top
      let right = left
      while (isDown(bottom + 1)) bottom += 1
      while (isAcross(right + 1)) right += 1
      return bottom > top || right > left ? [{ top, left, bottom, right }] : []
    }),
  )
}

export function readRtf(bytes: Uint8Array): SourceDocument {
  const text = new TextDecoder('latin1').decode(bytes)
  const reading = new RtfReading()
  for (const match of text.matchAll(token)) reading.take(match)
  return reading.end()
}
