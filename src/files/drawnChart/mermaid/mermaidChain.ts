/** One statement of a flowchart: `A[申请] & B -->|是| C{审核} --- D`. */
import type { Figure } from '../scene/scene.ts'
import { htmlLabel } from '../source/htmlLabel.ts'

export interface MermaidNode {
  readonly id: string
  /** Undefined where the node is only named. */
  readonly text?: string
  readonly figure?: Figure
}

export interface MermaidLink {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly startHead: boolean
  readonly endHead: boolean
}

export interface MermaidChain {
  readonly nodes: readonly MermaidNode[]
  readonly links: readonly MermaidLink[]
  /** What is left of the statement where it is not understood. */
  readonly rest: string
}

/** Longer ones first: `([` before `(`. */
const brackets: readonly (readonly [open: string, close: string, figure: Figure])[] = [
  ['(((', ')))', 'rounded'],
  ['([', '])', 'terminator'],
  ['[[', ']]', 'predefined'],
  ['[(', ')]', 'rectangle'],
  ['((', '))', 'rounded'],
  ['{{', '}}', 'rectangle'],
  ['[/', '/]', 'rectangle'],
  ['[/', '\\]', 'rectangle'],
  ['[\\', '\\]', 'rectangle'],
  ['[\\', '/]', 'rectangle'],
  ['{', '}', 'diamond'],
  ['(', ')', 'rounded'],
  ['[', ']', 'rectangle'],
  ['>', ']', 'rectangle'],
]

/** Names of shapes in `A@{ shape: diam }` (Mermaid 11.3). */
const shapeNames: readonly (readonly [RegExp, Figure])[] = [
  [/^(?:diam|diamond|decision|question)$/, 'diamond'],
  [/^(?:stadium|pill|terminal)$/, 'terminator'],
  [/^(?:subproc|subprocess|subroutine|framed-rectangle|fr-rect)$/, 'predefined'],
  [/^(?:doc|document|docs|documents|st-doc|lin-doc|tag-doc)/, 'document'],
  [/^(?:circ|circle|rounded|event|start|stop|sm-circ|dbl-circ|fr-circ)/, 'rounded'],
  [/^(?:fork|join)$/, 'bar'],
  [/^(?:text|brace|comment)/, 'none'],
]

export function mermaidChain(statement: string): MermaidChain {
  const nodes: MermaidNode[] = []
  const links: MermaidLink[] = []
  let group = takeGroup(statement)
  if (!group) return { nodes, links, rest: statement }
  nodes.push(...group.nodes)
  let { rest } = group
  while (rest !== '') {
    const link = takeLink(rest)
    const next = link && takeGroup(link.rest)
    if (!link || !next) return { nodes, links, rest }
    nodes.push(...next.nodes)
    if (!link.isInvisible) {
      for (const { id: from } of group.nodes)
        for (const { id: to } of next.nodes)
          links.push({ from, to, label: link.label, startHead: link.startHead, endHead: link.endHead })
    }
    group = next
    rest = next.rest
  }
  return { nodes, links, rest: '' }
}

interface Group {
  readonly nodes: readonly MermaidNode[]
  readonly rest: string
}

/** Nodes joined by `&`. */
function takeGroup(text: string): Group | undefined {
  const nodes: MermaidNode[] = []
  let rest = text
  for (;;) {
    const found = takeNode(rest.trimStart())
    if (!found) return undefined
    nodes.push(found.node)
    rest = found.rest.trimStart()
    if (!rest.startsWith('&')) return { nodes, rest }
    rest = rest.slice(1)
  }
}

/** A name ends where a bracket, a class, a link or a blank begins; a single hyphen or dot may be in it. */
const nodeName = /^(?:(?!--|==|-\.|~~~|<--|:::|@\{)[^\s[\](){}<>|&;"])+/

function takeNode(text: string): { readonly node: MermaidNode; readonly rest: string } | undefined {
  const id = nodeName.exec(text)?.[0]
  if (id === undefined) return undefined
  const after = text.slice(id.length)
  const found = takeText(after) ?? takeData(after)
  const rest = (found?.rest ?? after).replace(/^:::[\w-]+/, '')
  return { node: { id, ...found?.node }, rest }
}

function takeText(
  text: string,
): { readonly node: Omit<MermaidNode, 'id'>; readonly rest: string } | undefined {
  for (const [open, close, figure] of brackets) {
    if (!text.startsWith(open)) continue
    const inside = text.slice(open.length)
    const quoted = /^\s*"([^"]*)"\s*/.exec(inside)
    const end = quoted ? quoted[0].length : inside.indexOf(close)
    if (end < 0 || !inside.startsWith(close, end)) continue
    return {
      node: { text: labelText(quoted ? quoted[1]! : inside.slice(0, end)), figure },
      rest: inside.slice(end + close.length),
    }
  }
  return undefined
}

/** `A@{ shape: diam, label: "…" }` */
function takeData(
  text: string,
): { readonly node: Omit<MermaidNode, 'id'>; readonly rest: string } | undefined {
  const [whole, inside = ''] = /^@\{((?:"[^"]*"|[^}"])*)\}/.exec(text) ?? []
  if (whole === undefined) return undefined
  const label = /label\s*:\s*(?:"([^"]*)"|([^,}\n]+))/.exec(inside)
  const shape = /shape\s*:\s*["']?([\w-]+)/.exec(inside)?.[1]
  const figure = shapeNames.find(([pattern]) => pattern.test(shape ?? ''))?.[1] ?? 'rectangle'
  const text2 = label?.[1] ?? label?.[2]
  return {
    node: { ...(text2 !== undefined && { text: labelText(text2) }), ...(shape !== undefined && { figure }) },
    rest: text.slice(whole.length),
  }
}

interface Link {
  readonly label: string
  readonly startHead: boolean
  readonly endHead: boolean
  readonly isInvisible: boolean
  readonly rest: string
}

/** `-->`, `---`, `-.->`, `==>`, `--x`, `<-->`, with `|text|` behind. */
const plainLink =
  /^(?:[\w-]+@)?([<xo]?)(?:-{2,}([-]|[>xo](?=[\s|]|$)|>)|={2,}([=]|[>xo](?=[\s|]|$)|>)|-\.+-([>xo]?)|(~~~+))\s*(?:\|\s*(?:"([^"]*)"|([^|]*))\s*\|)?/
/** `-- text -->`, `== text ==>`, `-. text .->` */
const textLink =
  /^(?:[\w-]+@)?([<xo]?)(?:--|==|-\.)\s*(?:"([^"]*)"|([^\s].*?))\s*(?:-{2,}([->xo])|={2,}([=>xo])|\.+-([>xo]?))/

function takeLink(text: string): Link | undefined {
  const plain = plainLink.exec(text)
  if (plain) {
    const [whole, before, ...parts] = plain
    const head = parts[0] ?? parts[1] ?? parts[2] ?? ''
    return {
      label: labelText(parts[4] ?? parts[5] ?? ''),
      startHead: before === '<',
      endHead: /[>xo]/.test(head),
      isInvisible: parts[3] !== undefined,
      rest: text.slice(whole.length),
    }
  }
  const worded = textLink.exec(text)
  if (!worded) return undefined
  const [whole, before, quoted, bare, ...heads] = worded
  return {
    label: labelText(quoted ?? bare ?? ''),
    startHead: before === '<',
    endHead: /[>xo]/.test(heads.find((head) => head !== undefined) ?? ''),
    isInvisible: false,
    rest: text.slice(whole.length),
  }
}

/** Quotes, Markdown backticks, `#35;` and icons are the program's own. */
export function labelText(text: string): string {
  const plain = text
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, '$1')
    .replaceAll(/\bfa[bsrl]?:fa-[\w-]+\s*/g, '')
    .replaceAll(/#(\d{1,6});/g, '&#$1;')
    .replaceAll(/#([a-z]{2,8});/gi, '&$1;')
    .replaceAll(/\\n|\n/g, '<br>')
  return htmlLabel(plain)
}
