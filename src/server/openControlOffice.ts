/** The parts of 防控, put together. */
import { openControls, type ControlParts, type Controls } from './controls.ts'
import { openRisks, type Risks } from './risks.ts'
import type { Store } from './store/tables.ts'
import { openWarnings, type Warnings } from './warnings.ts'

interface ControlOfficeParts extends Omit<ControlParts, 'seeRisks'> {
  readonly store: Pick<Store, 'control' | 'unitEvents'>
}

interface ControlOffice {
  readonly controls: Controls
  readonly warnings: Warnings
  readonly risks: Risks
}

export function openControlOffice(parts: ControlOfficeParts): ControlOffice {
  const risks = openRisks(parts)
  const controls = openControls({ ...parts, seeRisks: risks.see })
  return { controls, risks, warnings: openWarnings({ ...parts, hashOf: controls.hashOf }) }
}
