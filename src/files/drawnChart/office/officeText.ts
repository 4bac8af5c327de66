/** The text of a shape as it is shown: without deleted and hidden text; paragraphs are lines. */
import { attribute, child, type PlainElement } from '../source/plainXml.ts'

/** Text of other shapes inside, deleted text, fields' code, and remarks are not its own. */
const silent: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'drawing',
  'pict',
  'Fallback',
  'rPr',
  'pPr',
])

export function officeText(element: PlainElement): string {
  const bodies = textBodies(element)
  return bodies
    .flatMap(paragraphs)
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

/** `w:txbxContent` of Word, `txBody` of the others. */
function textBodies(element: PlainElement): readonly PlainElement[] {
  return element.children.flatMap((each) => {
    if (each.name === 'txbxContent' || each.name === 'txBody') return [each]
    return ['wsp', 'sp', 'txbx', 'textbox', 'Choice', 'AlternateContent'].includes(each.name)
      ? textBodies(each)
      : []
  })
}

function paragraphs(body: PlainElement): readonly string[] {
  return body.children.flatMap((each) => {
    if (each.name === 'p') return [paragraphText(each)]
    return silent.has(each.name) ? [] : paragraphs(each)
  })
}

/** The text of one paragraph. */
export function paragraphText(paragraph: PlainElement): string {
  return paragraph.children.map(runText).join('')
}

function runText(element: PlainElement): string {
  if (silent.has(element.name)) return ''
  if (element.name === 't') return element.text
  if (element.name === 'br' || element.name === 'cr') return '\n'
  if (element.name === 'tab') return ' '
  if (element.name === 'r' && isHidden(element)) return ''
  return element.children.map(runText).join('')
}

function isHidden(run: PlainElement): boolean {
  const vanish = child(child(run, 'rPr'), 'vanish')
  const value = vanish && attribute(vanish, 'val')
  return vanish !== undefined && value !== '0' && value !== 'false'
}
