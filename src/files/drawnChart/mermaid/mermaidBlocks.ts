/** The statements of a Mermaid flowchart: split at line ends and `;` outside of brackets and quotes. */

export interface MermaidBlock {
  /** `flowchart`, `graph`, `swimlane-beta` or the name of another diagram. */
  readonly kind: string
  readonly title: string
  readonly statements: readonly string[]
}

const fence = /(?:^|\n)\s*(?:```|~~~|:::)\s*\{?mermaid\}?[^\n]*\n([\s\S]*?)(?:\n\s*(?:```|~~~|:::)|$)/g

/** The Mermaid blocks of a text: fenced ones of a Markdown file, or the whole text. */
export function mermaidBlocks(text: string): readonly MermaidBlock[] {
  const plain = text.replaceAll(/\r\n?/g, '\n')
  const fenced = [...plain.matchAll(fence)].map(([, inside = '']) => inside)
  return (fenced.length > 0 ? fenced : [plain]).flatMap((each) => blockOf(each) ?? [])
}

/** The text below the optional front matter (`--- title: … ---`), without comments and directives. */
function blockOf(text: string): MermaidBlock | undefined {
  const [whole = '', front = ''] = /^\s*---\n([\s\S]*?)\n\s*---\s*(?:\n|$)/.exec(text) ?? []
  const body = text
    .slice(whole.length)
    .replaceAll(/%%\{[\s\S]*?\}%%/g, '')
    .replaceAll(/^\s*%%[^\n]*$/gm, '')
  const [head, ...statements] = splitStatements(body)
  if (head === undefined) return undefined
  const kind = /^[\w-]+/.exec(head)?.[0] ?? ''
  const title =
    /^\s*title\s*:\s*(.+)$/m
      .exec(front)?.[1]
      ?.trim()
      .replaceAll(/^["']|["']$/g, '') ?? ''
  return { kind, title, statements }
}

const opening = '([{'
const closing = ')]}'

function splitStatements(text: string): readonly string[] {
  const statements: string[] = []
  let statement = ''
  let depth = 0
  let isQuoted = false
  const finish = () => {
    if (statement.trim() !== '') statements.push(statement.trim())
    statement = ''
    depth = 0
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') isQuoted = !isQuoted
    if (!isQuoted && opening.includes(character)) depth += 1
    if (!isQuoted && closing.includes(character)) depth = Math.max(0, depth - 1)
    // A line end ends a statement unless a quoted text goes over it; `#35;` is a character.
    if (character === '\n' && !isQuoted) finish()
    else if (
      character === ';' &&
      !isQuoted &&
      depth === 0 &&
      !/#\w{1,8}$/.test(text.slice(Math.max(0, at - 9), at))
    )
      finish()
    else statement += character
  }
  finish()
  return statements
}
