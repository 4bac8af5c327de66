import type { Header, PowerKind } from '../chart.ts'
import { internalPowerKinds } from '../powerKinds.ts'

const internalKinds: readonly PowerKind[] = internalPowerKinds

/**
 * Whether the power has an external chart. Powers over people, money and things have none unless the
 * header says so: 内部事务信息 may be withheld (政府信息公开条例 art. 16), and their charts are 内部流程图 (焦作 [W2]).
 */
export function hasExternalEdition(header: Header): boolean {
  return header.hasExternal ?? !(header.powerKind && internalKinds.includes(header.powerKind))
}
