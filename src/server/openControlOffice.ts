/** The parts of 防控, put together. */
import { openControls, type ControlParts, type Controls } from './controls.ts'
import type { Store } from './store/tables.ts'
import { openWarnings, type Warnings } from './warnings.ts'

interface ControlOfficeParts extends ControlParts {
  readonly store: Pick<Store, 'control' | 'unitEvents'>
}

interface ControlOffice {
  readonly controls: Controls
  readonly warnings: Warnings
}

export function openControlOffice(parts: ControlOfficeParts): ControlOffice {
  const controls = openControls(parts)
  return { controls, warnings: openWarnings({ ...parts, hashOf: controls.hashOf }) }
}
