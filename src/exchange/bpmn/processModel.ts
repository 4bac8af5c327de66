/** A BPMN process before it is written. */
import type { PlainLine, PlainStep } from '../plainScene.ts'

export type NodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'

export interface ProcessNode {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
  /** The step that it stands for, or beside which it was added. */
  readonly step: PlainStep
  readonly added: boolean
  /** Of gateways before a step: how many stand between it and the step. */
  readonly before?: number
}

export interface ProcessFlow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name: string
  /** False if the chart has no label here. */
  readonly named: boolean
  /** The flowline that it draws; undefined for one that was added. */
  readonly line?: PlainLine
  /** Exit of a gateway: the answer that takes it; undefined for the default. */
  readonly answer?: string
}

export interface ProcessModel {
  readonly nodes: readonly ProcessNode[]
  readonly flows: readonly ProcessFlow[]
  /** Default exits by gateway. */
  readonly defaults: ReadonlyMap<string, string>
}
