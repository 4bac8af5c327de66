/** What our own BPMN says beyond BPMN: the kind of a step, and everything that has no place in a model. */
import { attribute, child, within, type PlainElement } from '../source/plainXml.ts'
import type { Figure, ShapeData } from '../scene/scene.ts'

const figures: { readonly [kind: string]: Figure } = {
  terminator: 'terminator',
  process: 'rectangle',
  decision: 'diamond',
  document: 'document',
  subprocess: 'predefined',
}

/** Undefined if another program wrote the element. */
export function ownFigure(element: PlainElement): Figure | undefined {
  return figures[attribute(ownStep(element) ?? element, 'kind') ?? '']
}

/** A start, an end or a gateway that the chart does not have. */
export function isAdded(element: PlainElement): boolean {
  return child(child(element, 'extensionElements'), 'added') !== undefined
}

export function isUnlabelled(element: PlainElement): boolean {
  return child(child(element, 'extensionElements'), 'unlabelled') !== undefined
}

export function ownData(element: PlainElement): ShapeData | undefined {
  const step = ownStep(element)
  if (!step) return undefined
  const texts = (name: string) =>
    step.children.filter((each) => each.name === name).map(({ text }) => text.trim())
  const [limit] = texts('limit')
  const [phase] = texts('phase')
  return {
    posts: texts('post'),
    ...(limit !== undefined && { limit }),
    ...parallelOf(step),
    ...(phase !== undefined && { phase }),
    basis: texts('basis'),
    materials: texts('material'),
    documents: texts('paper'),
    notes: texts('remark'),
    told: within(step, 'risk').map((risk) => {
      const level = attribute(risk, 'level')
      return {
        text: child(risk, 'text')?.text.trim() ?? '',
        ...(level !== undefined && { level }),
        measures: within(risk, 'measure').map(({ text }) => text.trim()),
      }
    }),
  }
}

function parallelOf(step: PlainElement): Pick<ShapeData, 'parallel'> {
  const said = attribute(step, 'parallel')
  return said === 'fork' || said === 'join' || said === 'both' ? { parallel: said } : {}
}

function ownStep(element: PlainElement): PlainElement | undefined {
  const found = child(child(element, 'extensionElements'), 'step')
  return found && attribute(found, 'kind') !== undefined ? found : undefined
}
