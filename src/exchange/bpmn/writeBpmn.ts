/**
 * A chart as BPMN 2.0 (OMG formal/2011-01-03), for drawing tools or for an engine. Limits, risks and the
 * rest stand in extension elements of our own namespace; an engine passes them over.
 */
import type { PlainScene, PlainStep } from '../plainScene.ts'
import { element, textElement, xmlHead, type XmlAttributes } from '../xml.ts'
import { bpmnDiagram } from './bpmnDiagram.ts'
import type { ProcessFlow, ProcessModel, ProcessNode } from './processModel.ts'
import { processOf } from './processOf.ts'
import { stepExtension } from './stepExtension.ts'

export type BpmnTarget = 'generic' | 'flowable' | 'camunda8'

export const bpmnNamespace = 'https://qingquan.example/schema/bpmn-1'

const namespaces = {
  xmlns: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:qingquan': bpmnNamespace,
}

const engines: { readonly [target in BpmnTarget]: XmlAttributes } = {
  generic: {},
  flowable: {
    'xmlns:flowable': 'http://flowable.org/bpmn',
    'xmlns:activiti': 'http://activiti.org/bpmn',
    'xmlns:camunda': 'http://camunda.org/schema/1.0/bpmn',
  },
  camunda8: { 'xmlns:zeebe': 'http://camunda.org/schema/zeebe/1.0' },
}

/** Names longer than this are refused by Flowable's database. */
const mostName = 255

export function writeBpmn(scene: PlainScene, target: BpmnTarget): string {
  const model = processOf(scene)
  return `${xmlHead}${element(
    'definitions',
    {
      ...namespaces,
      ...engines[target],
      id: 'definitions',
      name: scene.title,
      targetNamespace: bpmnNamespace,
    },
    element(
      'collaboration',
      { id: 'collaboration' },
      element('participant', { id: 'pool', name: scene.title, processRef: 'process' }),
    ),
    element(
      'process',
      {
        id: 'process',
        name: scene.title.slice(0, mostName),
        isExecutable: target === 'generic' ? 'false' : 'true',
        ...(target === 'flowable' && { 'camunda:historyTimeToLive': 'P5Y' }),
      },
      laneSet(scene, model),
      ...model.nodes.map((node) => nodeElement(node, model, target)),
      ...model.flows.map((flow) => flowElement(flow, target)),
    ),
    bpmnDiagram(scene, model),
  )}\n`
}

/** Steps without a post stand in no lane. */
function laneSet(scene: PlainScene, { nodes }: ProcessModel): string {
  const lanes = scene.lanes.filter(({ name }) => name !== '')
  if (lanes.length === 0) return ''
  return element(
    'laneSet',
    { id: 'lanes' },
    ...lanes.map(({ id, name, steps }) =>
      element(
        'lane',
        { id, name },
        ...nodes
          .filter(({ step }) => steps.includes(step.id))
          .map((node) => textElement('flowNodeRef', node.id)),
      ),
    ),
  )
}

function nodeElement(node: ProcessNode, { flows, defaults }: ProcessModel, target: BpmnTarget): string {
  const { id, kind, name, step, added } = node
  const isTask = kind === 'userTask'
  return element(
    kind,
    {
      id,
      name: name === '' ? undefined : name.slice(0, mostName),
      // A default without conditions beside it says nothing.
      default: target === 'generic' ? undefined : defaults.get(id),
      ...(kind === 'callActivity' && { calledElement: `called_${id}` }),
      ...(isTask && target === 'flowable' && flowableTask(step)),
    },
    element(
      'extensionElements',
      {},
      ...(isTask && target === 'camunda8' ? zeebeTask(step) : []),
      ...(kind === 'callActivity' && target === 'camunda8'
        ? [element('zeebe:calledElement', { processId: `called_${id}` })]
        : []),
      added ? element('qingquan:added', {}) : stepExtension(step),
    ),
    ...flows.filter(({ to }) => to === id).map((flow) => textElement('incoming', flow.id)),
    ...flows.filter(({ from }) => from === id).map((flow) => textElement('outgoing', flow.id)),
  )
}

/** Flowable and Camunda 7 read one of the two; Activiti the second. */
function flowableTask(step: PlainStep): XmlAttributes {
  const groups = step.posts.length > 0 ? step.posts.join(',') : undefined
  return {
    'flowable:candidateGroups': groups,
    'activiti:candidateGroups': groups,
    'flowable:dueDate': dueDate(step),
  }
}

function zeebeTask({ posts }: PlainStep): readonly string[] {
  return [
    element('zeebe:userTask', {}),
    ...(posts.length > 0
      ? [element('zeebe:assignmentDefinition', { candidateGroups: posts.join(',') })]
      : []),
  ]
}

/** Only lengths that ISO 8601 can say: no period knows workdays. */
function dueDate({ limit }: PlainStep): string | undefined {
  if (limit?.kind !== 'span' || limit.bound !== 'atMost' || !Number.isInteger(limit.amount)) return undefined
  const letters: { readonly [unit: string]: string } = { day: 'D', week: 'W', month: 'M', year: 'Y' }
  if (limit.unit === 'hour') return `PT${limit.amount}H`
  if (limit.unitUnsaid === true) return undefined
  const letter = letters[limit.unit]
  return letter === undefined ? undefined : `P${limit.amount}${letter}`
}

function flowElement({ id, from, to, name, named, answer }: ProcessFlow, target: BpmnTarget): string {
  const step = from.replace(/_gateway$/, '')
  return element(
    'sequenceFlow',
    {
      id,
      sourceRef: from,
      targetRef: to,
      name: name === '' ? undefined : name,
    },
    ...(named ? [] : [element('extensionElements', {}, element('qingquan:unlabelled', {}))]),
    ...(answer === undefined || target === 'generic'
      ? []
      : [
          textElement('conditionExpression', condition(step, answer, target), {
            'xsi:type': 'tFormalExpression',
          }),
        ]),
  )
}

/** JUEL of Flowable and Camunda 7, FEEL of Camunda 8. */
function condition(step: string, answer: string, target: BpmnTarget): string {
  const words = answer.replaceAll(/["'\\]/g, '')
  return target === 'camunda8' ? `=result_${step} = "${words}"` : `\${result_${step} == '${words}'}`
}
