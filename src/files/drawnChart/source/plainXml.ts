/**
 * XML with local names only: the prefixes of drawings are chosen by the program that wrote them. No
 * declared entity is expanded, and depth and number of elements are bounded, by the parser below.
 */
import { xmlTree, type XmlElement } from '../../documentSource/xmlTree.ts'
import { DrawnChartError } from '../drawnChartError.ts'

export interface PlainElement {
  /** Local name. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly PlainElement[]
  /** Own text, without that of the children. */
  readonly text: string
}

/** Throws DrawnChartError if the text is no complete XML document. */
export function plainXml(xml: string): PlainElement {
  const plain = xml.replace(/^\uFEFF/, '')
  const ascii = writtenNames(plain)
  const tree = xmlTree(ascii)
  if (!tree) throw new DrawnChartError('brokenXml')
  return plainElement(tree, ascii === plain ? asWritten : readNames)
}

/** An attribute name before its value. Names are short; a bound keeps the search linear. */
const attributeName = /(\s)([^\s=<>"'/]{1,80})=(?=["'])/g
const written = /_u([\da-f]{1,5})_/g

/** The parser drops attributes whose names are not ASCII (岗位="…" in draw.io): they are written in ASCII. */
function writtenNames(xml: string): string {
  return xml.replaceAll(attributeName, (whole, blank: string, name: string) =>
    isAscii(name) ? whole : `${blank}${Array.from(name, inAscii).join('')}=`,
  )
}

function inAscii(character: string): string {
  return isAscii(character) ? character : `_u${character.codePointAt(0)!.toString(16)}_`
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

function readNames(text: string): string {
  return text.includes('_u')
    ? text.replaceAll(written, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : text
}

type Reading = (text: string) => string

function asWritten(text: string): string {
  return text
}

function plainElement({ name, attributes, children }: XmlElement, read: Reading): PlainElement {
  const inside: PlainElement[] = []
  let text = ''
  for (const each of children) {
    if (typeof each === 'string') text += each
    else inside.push(plainElement(each, read))
  }
  return {
    name: name.slice(name.indexOf(':') + 1),
    attributes: read === asWritten ? attributes : readAttributes(attributes),
    children: inside,
    text: read(text),
  }
}

function readAttributes(attributes: XmlElement['attributes']): PlainElement['attributes'] {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [readNames(key), readNames(value)]),
  )
}

/** Decodes by byte order mark or declared encoding: BPMN files of older tools are ISO-8859-1. */
export function decodeXml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1]
  const label = marks.find(([mark]) => head.startsWith(mark))?.[1] ?? declared ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** Byte order marks, read as Latin-1. */
const marks = [
  ['ÿþ', 'utf-16le'],
  ['þÿ', 'utf-16be'],
  ['ï»¿', 'utf-8'],
] as const

/** The attribute with this local name. */
export function attribute(element: PlainElement, name: string): string | undefined {
  const own = element.attributes[name]
  if (own !== undefined) return own
  const key = Object.keys(element.attributes).find((each) => each.endsWith(`:${name}`))
  return key === undefined ? undefined : element.attributes[key]
}

/** The first child with this local name. */
export function child(element: PlainElement | undefined, name: string): PlainElement | undefined {
  return element?.children.find((each) => each.name === name)
}

/** The element reached by the path of local names. */
export function descend(
  element: PlainElement | undefined,
  ...path: readonly string[]
): PlainElement | undefined {
  let found = element
  for (const name of path) found = child(found, name)
  return found
}

/** All elements below with one of these local names, in document order; not those inside of found ones. */
export function within(element: PlainElement, ...names: readonly string[]): readonly PlainElement[] {
  const found: PlainElement[] = []
  const look = (inside: PlainElement) => {
    for (const each of inside.children) {
      if (names.includes(each.name)) found.push(each)
      else look(each)
    }
  }
  look(element)
  return found
}
