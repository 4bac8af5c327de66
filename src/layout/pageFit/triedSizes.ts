/** What the search for a page tries of boxes and distances, in units. */
import type { View } from '../../model/chart.ts'
import type { BoxSetting } from '../arrangement.ts'

export const usualBoxes = {
  flow: { direction: 'down', width: 168, sideWidth: 272, labelWidth: 108, diamonds: 'flat', folds: 1 },
  lanes: { direction: 'down', width: 152, sideWidth: 272, labelWidth: 108, diamonds: 'flat', folds: 1 },
  columns: { direction: 'down', width: 168, sideWidth: 272, labelWidth: 108, diamonds: 'flat', folds: 1 },
} as const satisfies Record<View, BoxSetting>

export const widths = [88, 98, 110, 124, 142, 166, 196, 232] as const
/** Of a large chart. */
export const widthsOfLarge = [widths[0], widths[3]] as const
export const sideWidths = [208, 240, 272, 312, 360, 420, 500] as const
/** Of the usual distances. */
export const shares = [1, 0.82, 0.64] as const

export const labelWidths = [108, 72, 54] as const
export const diamonds = ['flat', 'steep'] as const
