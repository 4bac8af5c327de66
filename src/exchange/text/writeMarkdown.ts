/** A chart as Markdown for wikis: its facts, the drawing as Mermaid, steps and risks as tables. */
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import type { PlainScene } from '../plainScene.ts'
import { riskTable, stepTable, type PlainTable } from '../sceneTables.ts'
import { writeMermaid } from './writeMermaid.ts'

export function writeMarkdown(scene: PlainScene): string {
  const risks = riskTable(scene)
  const unit = scene.unit === undefined ? [] : [scene.unit]
  const facts = scene.facts.map(({ label, value }) => words.fact(label, value))
  return [
    [`# ${markdownWords(scene.title)}`],
    [...unit, ...facts].map((line) => `- ${markdownWords(line)}`),
    ['```mermaid', writeMermaid(scene).trimEnd(), '```'],
    ...[stepTable(scene), ...(risks ? [risks] : [])].map(markdownTable),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function markdownTable({ title, columns, rows }: PlainTable): readonly string[] {
  return [
    `## ${markdownWords(title)}`,
    '',
    row(columns.map(({ heading }) => heading)),
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows.map(row),
  ]
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.split('\n').map(markdownWords).join('<br>')).join(' | ')} |`
}

/** In one line, with nothing that Markdown or HTML would take for its own. */
function markdownWords(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
}
