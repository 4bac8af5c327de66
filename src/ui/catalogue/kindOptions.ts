import type { PowerKind } from '../../model/chart.ts'
import { powerKindName } from '../../text/terms.ts'

/** As the 权责清单 lists them. */
export const kindOrder = Object.keys(powerKindName) as readonly PowerKind[]

export const kindOptions = kindOrder.map((value) => ({ value, label: powerKindName[value] }))
