/** An XML file as a tree. Names keep their prefix (w:p), as office files always use the same ones. */
import { Parser } from 'saxen'
import { TableFileError } from '../tableSource/tableFileError.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly (XmlElement | string)[]
}

/** Deeper files are refused: walking them would exhaust the stack. */
const mostDepth = 400
/** A report of 300 pages has some 200,000. */
const mostElements = 500_000

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Undefined if the text is not well-formed or too deep; throws TableFileError if it has too many elements. */
export function xmlTree(xml: string): XmlElement | undefined {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  let isBroken = false
  let elements = 0
  const parser = new Parser()
  const stop = () => {
    isBroken = true
    parser.stop()
  }
  parser.on('openTag', (name, attributes, decode) => {
    const decoded = Object.entries(attributes()).map(([key, value]) => [key, decode(value)])
    const element: Open = { name, attributes: Object.fromEntries(decoded), children: [] }
    elements += 1
    open.at(-1)!.children.push(element)
    open.push(element)
    if (open.length > mostDepth || elements > mostElements) stop()
  })
  parser.on('closeTag', () => void open.pop())
  parser.on('text', (text, decode) => void open.at(-1)!.children.push(decode(text)))
  parser.on('cdata', (text) => void open.at(-1)!.children.push(text))
  parser.on('error', stop)
  parser.parse(xml)
  if (elements > mostElements) throw new TableFileError('documentTooLarge')
  const [top] = elementsIn(root)
  return isBroken || open.length !== 1 ? undefined : top
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elementsIn(element).find((child) => child.name === name)
}

export function xmlText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('')
}
