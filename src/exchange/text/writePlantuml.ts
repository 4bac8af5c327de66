/** A chart as PlantUML: boxes with arrows, as its activity syntax cannot say every flow. */
import type { PlainScene, PlainStep } from '../plainScene.ts'
import { stepFacts } from '../stepFacts.ts'

export function writePlantuml(scene: PlainScene): string {
  const { title, lanes, steps, lines, direction } = scene
  const inLane = new Set(lanes.flatMap((lane) => lane.steps))
  const byId = new Map(steps.map((step) => [step.id, step]))
  return [
    '@startuml',
    `title ${plainLine(title)}`,
    ...(direction === 'right' ? ['left to right direction'] : []),
    ...lanes.flatMap((lane) => [
      `package ${quotedName(lane.name)} as ${lane.id} {`,
      ...lane.steps.map((id) => `  ${box(byId.get(id)!, scene)}`),
      '}',
    ]),
    ...steps.filter(({ id }) => !inLane.has(id)).map((step) => box(step, scene)),
    ...lines.map(({ from, to, label, isReturn }) =>
      [`${from} ${isReturn ? '..>' : '-->'} ${to}`, ...(label === '' ? [] : [plainLine(label)])].join(' : '),
    ),
    '@enduml',
    '',
  ].join('\n')
}

const elements = {
  terminator: 'storage',
  process: 'rectangle',
  decision: 'hexagon',
  document: 'file',
  subprocess: 'frame',
} as const satisfies Record<PlainStep['kind'], string>

function box(step: PlainStep, scene: PlainScene): string {
  const words = [step.name, ...stepFacts(step, scene)].map(plainLine)
  return `${elements[step.kind]} ${quotedName(words.join('\\n'))} as ${step.id}`
}

function quotedName(text: string): string {
  return `"${text.replaceAll('"', '”').replaceAll(/\s*\n\s*/g, ' ')}"`
}

function plainLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
