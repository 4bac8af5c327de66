/** A chart as a Mermaid flowchart: lanes are subgraphs, posts and limits stand below the names. */
import type { PlainLine, PlainScene, PlainStep } from '../plainScene.ts'
import { stepFacts } from '../stepFacts.ts'

export function writeMermaid(scene: PlainScene): string {
  const { title, lanes, steps, lines, direction } = scene
  const inLane = new Set(lanes.flatMap((lane) => lane.steps))
  const lone = steps.filter(({ id }) => !inLane.has(id))
  const byId = new Map(steps.map((step) => [step.id, step]))
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    `flowchart ${direction === 'right' ? 'LR' : 'TD'}`,
    ...lanes.flatMap((lane) => [
      `  subgraph ${lane.id}[${quoted(lane.name || ' ')}]`,
      ...lane.steps.map((id) => `    ${node(byId.get(id)!, scene)}`),
      '  end',
    ]),
    ...lone.map((step) => `  ${node(step, scene)}`),
    ...lines.map((line) => `  ${arrow(line)}`),
    '',
  ].join('\n')
}

const shapes = {
  terminator: ['([', '])'],
  process: ['[', ']'],
  decision: ['{', '}'],
  document: ['>', ']'],
  subprocess: ['[[', ']]'],
} as const satisfies Record<PlainStep['kind'], readonly [string, string]>

function node(step: PlainStep, scene: PlainScene): string {
  const [open, close] = shapes[step.kind]
  return `${step.id}${open}"${[step.name, ...stepFacts(step, scene)].map(escaped).join('<br/>')}"${close}`
}

function arrow({ from, to, label, isReturn }: PlainLine): string {
  const line = isReturn ? '-.->' : '-->'
  return label === '' ? `${from} ${line} ${to}` : `${from} ${line}|${quoted(label)}| ${to}`
}

/** Mermaid's own escapes: #quot; and #35; */
function quoted(text: string): string {
  return `"${escaped(text)}"`
}

function escaped(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll(/\s*\n\s*/g, ' ')
}
