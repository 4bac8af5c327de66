/** XML of the files for other programs, written through the one place that escapes. */
import { escapedMarkup } from '../sheet/writers/markup.ts'

export type XmlValue = string | number | undefined

export interface XmlAttributes {
  readonly [name: string]: XmlValue
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An element; attributes without a value are left out, content is XML already. */
export function element(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapedAttribute(String(value))}"`))
    .join('')
  const inside = content.join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

/** Line ends of an attribute would be read as blanks. */
function escapedAttribute(text: string): string {
  return escapedMarkup(text).replaceAll('\n', '&#10;')
}

export function xmlWords(text: string): string {
  return escapedMarkup(text)
}

/** An element whose content is text. */
export function textElement(name: string, text: string, attributes: XmlAttributes = {}): string {
  return element(name, attributes, xmlWords(text))
}
