/**
 * Where a source file can be made wrong, and the file with all these places built in: each one
 * asks `__mutant(id)` which way to go, so that one transform serves the whole run and the files
 * on disk are never written.
 */
import { createHash } from 'node:crypto'
import { parseSync, Visitor, type ESTree } from 'vite'

export interface Mutant {
  readonly id: string
  readonly file: string
  readonly line: number
  /** What stands there, and what stands there instead; blanks collapsed. */
  readonly was: string
  readonly becomes: string
  readonly edits: readonly Insertion[]
}

interface Insertion {
  readonly at: number
  readonly text: string
  /** Of two at one place the outer opens first and closes last. */
  readonly width: number
}

interface Found {
  readonly node: { readonly start: number; readonly end: number }
  /** The wrong expression; undefined where the statement is left out. */
  readonly wrong: string | undefined
}

const swapped: Readonly<Record<string, string>> = {
  '&&': '||',
  '||': '&&',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  'Math.min': 'Math.max',
  'Math.max': 'Math.min',
  some: 'every',
  every: 'some',
}

/** The mutants of one file. The id comes from what stands there, not from its line, so that a sample lasts. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const seen = new Map<string, number>()
  return placesIn(file, source).map(({ node, wrong }): Mutant => {
    const was = short(source.slice(node.start, node.end))
    const becomes = wrong === undefined ? '' : short(wrong)
    const key = `${file} ${was} → ${becomes}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const id = createHash('sha1').update(`${key} ${nth}`).digest('hex').slice(0, 10)
    const line = source.slice(0, node.start).split('\n').length
    return { id, file, line, was, becomes, edits: editsFor(id, node, wrong) }
  })
}

/** The file with these mutants built in. */
export function withMutants(source: string, mutants: readonly Mutant[]): string {
  const opening = mutants.map(({ edits }) => edits[0]!).sort((a, b) => a.at - b.at || b.width - a.width)
  const closing = mutants.map(({ edits }) => edits[1]!).sort((a, b) => a.at - b.at || a.width - b.width)
  const all = [...closing, ...opening].sort((a, b) => a.at - b.at)
  let text = ''
  let from = 0
  for (const edit of all) {
    text += source.slice(from, edit.at) + edit.text
    from = edit.at
  }
  return text + source.slice(from)
}

function editsFor(
  id: string,
  { start, end }: Found['node'],
  wrong: string | undefined,
): readonly Insertion[] {
  const [open, close] =
    wrong === undefined ? [`{if(!__mutant('${id}')) `, '}'] : [`(__mutant('${id}')?(${wrong}):(`, '))']
  return [
    { at: start, text: open, width: end - start },
    { at: end, text: close, width: end - start },
  ]
}

function placesIn(file: string, source: string): readonly Found[] {
  const found: Found[] = []
  /** A bracket put at the start of a statement would call what stands before it; a literal type is no value. */
  const closed = new Set<number>()
  const text = (node: Found['node']) => source.slice(node.start, node.end)
  const add = (node: Found['node'], wrong: string | undefined) => {
    if (wrong === undefined || !closed.has(node.start)) found.push({ node, wrong })
  }
  new Visitor({
    TSLiteralType: ({ literal }) => void closed.add(literal.start),
    ExpressionStatement(node) {
      const { expression } = node
      closed.add(expression.start)
      const does = expression.type === 'AwaitExpression' ? expression.argument : expression
      if (does.type === 'CallExpression' && text(does.callee) !== 'super') add(node, undefined)
    },
    IfStatement(node) {
      if (!node.alternate && leaves(node.consequent)) add(node, undefined)
    },
    LogicalExpression(node) {
      const { left, operator, right } = node
      add(node, operator === '??' ? text(left) : `(${text(left)}) ${swapped[operator]} (${text(right)})`)
    },
    BinaryExpression(node) {
      const other = swapped[node.operator]
      if (other) add(node, `(${text(node.left)}) ${other} (${text(node.right)})`)
    },
    ConditionalExpression: (node) => add(node, text(node.alternate)),
    UnaryExpression(node) {
      if (node.operator === '!') add(node, text(node.argument))
    },
    Literal(node) {
      if (typeof node.value === 'boolean') add(node, String(!node.value))
    },
    CallExpression: (node) => add(node, otherCall(node, text) ?? text(node)),
  }).visit(parseSync(file, source).program)
  return found.filter(({ node, wrong }) => wrong !== text(node))
}

function leaves(statement: ESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement
  return ['ReturnStatement', 'ContinueStatement', 'ThrowStatement', 'BreakStatement'].includes(
    last?.type ?? '',
  )
}

/** Without the filter, unsorted, `every` for `some`, a slice that is off by one. */
function otherCall(
  { callee, arguments: given }: ESTree.CallExpression,
  text: (node: Found['node']) => string,
): string | undefined {
  if (callee.type !== 'MemberExpression' || text(callee).includes('?.')) return undefined
  const [of, name, args] = [text(callee.object), text(callee.property), given.map(text)]
  const extreme = swapped[`${of}.${name}`]
  if (extreme) return `${extreme}(${args.join(', ')})`
  if (name === 'filter') return of
  if (name === 'sort' || name === 'reverse') return of
  if (name === 'some' || name === 'every') return `${of}.${swapped[name]}(${args.join(', ')})`
  const isCount = /^-?\d+$/.test(args[0] ?? '')
  if (name !== 'slice' || !isCount) return undefined
  return `${of}.slice(${[String(Number(args[0]) + 1), ...args.slice(1)].join(', ')})`
}

function short(code: string): string {
  return code.replaceAll(/\s+/g, ' ')
}
