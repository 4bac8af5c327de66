/** The text of a label written in HTML (draw.io, Mermaid): tags are dropped, blocks and breaks are lines. */

const breaks = /<\s*(?:br|\/p|\/div|\/li|\/tr|\/h\d|p|div|li|ul|ol)\b[^<>]{0,2000}>/gi
const tags = /<\/?[a-z][^<>]{0,4000}>/gi
const comments = /<!--[\s\S]*?-->/g

const named: { readonly [name: string]: string } = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  amp: '&',
  middot: '·',
  times: '×',
  rarr: '→',
  larr: '←',
  darr: '↓',
  uarr: '↑',
}

export function htmlLabel(html: string): string {
  return decodedEntities(html.replaceAll(comments, '').replaceAll(breaks, '\n').replaceAll(tags, ''))
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00A0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function decodedEntities(text: string): string {
  return text.replaceAll(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
