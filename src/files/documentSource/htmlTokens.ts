/** Splits HTML into tags and text in linear time, whatever is unclosed. No DOM: nothing runs or loads. */

export type HtmlToken =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'open' | 'close'; readonly tag: string; readonly attributes: string }

/** Longer attributes are pictures' data: they are passed over. */
const mostAttributes = 4_000

export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  let hasEnd = true
  while (at < html.length) {
    const next = hasEnd ? html.indexOf('<', at) : -1
    if (next < 0) return void (yield text(html.slice(at)))
    if (next > at) yield text(html.slice(at, next))
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 4)
      if (end < 0) return
      at = end + 3
    } else if (html[next + 1] === '!' || html[next + 1] === '?') {
      const end = html.indexOf('>', next)
      if (end < 0) return
      at = end + 1
    } else {
      const name = tagName.exec(html.slice(next, next + 60))
      const end = name ? tagEnd(html, next + name[0].length) : -1
      if (!name || end < 0) {
        // Without a further bracket nothing that follows is a tag.
        hasEnd = !name
        yield text('<')
        at = next + 1
      } else {
        yield {
          is: name[1] === '/' ? 'close' : 'open',
          tag: name[2]!.toLowerCase(),
          attributes: html.slice(next + name[0].length, Math.min(end, next + mostAttributes)),
        }
        at = end + 1
      }
    }
  }
}

const tagName = /^<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,40})/

function text(words: string): HtmlToken {
  return { is: 'text', text: words }
}

/** The place of the closing bracket outside quotes; a quote that is never closed does not count. */
function tagEnd(html: string, from: number): number {
  const mark = /["'>]/g
  mark.lastIndex = from
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    if (found[0] === '>') return found.index
    const isValue = html[found.index - 1] === '=' || /=\s*$/.test(html.slice(found.index - 4, found.index))
    const close = isValue ? html.indexOf(found[0], found.index + 1) : -1
    // A value that runs over further tags has lost its quote.
    if (close > 0 && !isOverTags(html, found.index, close)) mark.lastIndex = close + 1
  }
  return -1
}

/** Quoted values hold no line of markup, except data of pictures, which has no brackets. */
function isOverTags(html: string, from: number, to: number): boolean {
  return html.slice(from, Math.min(to, from + 400)).includes('><')
}

const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  shy: '',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  rarr: '→',
  larr: '←',
  darr: '↓',
  uarr: '↑',
  rArr: '⇒',
  ge: '≥',
  le: '≤',
  laquo: '«',
  raquo: '»',
  deg: '°',
  yen: '¥',
  copy: '©',
  sect: '§',
}

export function decodedEntities(words: string): string {
  return words.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{1,10}));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ''
    },
  )
}
