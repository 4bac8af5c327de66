/**
 * What a step says beyond BPMN, as elements of our own namespace. None is called as one of an engine
 * (documentation, condition, field, property, script): Flowable matches by local name.
 */
import type { TimeLimit } from '../../model/time/timeLimit.ts'
import type { PlainStep } from '../plainScene.ts'
import { element, textElement } from '../xml.ts'

export function stepExtension(step: PlainStep): string {
  const { kind, persons, internal, parallel, limit, place, phase, note } = step
  return element(
    'qingquan:step',
    { kind, persons, internal: internal ? 'true' : undefined, parallel },
    ...step.posts.map((name) => textElement('qingquan:post', name)),
    ...(limit ? [limitElement(limit)] : []),
    ...step.basis.map((text) => textElement('qingquan:basis', text)),
    ...step.materials.map((text) => textElement('qingquan:material', text)),
    ...step.documents.map((text) => textElement('qingquan:paper', text)),
    ...(place === undefined ? [] : [textElement('qingquan:place', place)]),
    ...(phase === undefined ? [] : [textElement('qingquan:phase', phase)]),
    ...(note === undefined ? [] : [textElement('qingquan:remark', note)]),
    ...step.risks.map(({ text, level, measures }) =>
      element(
        'qingquan:risk',
        { level },
        textElement('qingquan:text', text),
        ...measures.map((measure) => textElement('qingquan:measure', measure)),
      ),
    ),
  )
}

function limitElement(limit: TimeLimit): string {
  return textElement('qingquan:limit', limit.wording, {
    kind: limit.kind,
    ...(limit.kind === 'span' && { amount: limit.amount, unit: limit.unit, bound: limit.bound }),
    counts: limit.counts ? undefined : 'false',
  })
}
