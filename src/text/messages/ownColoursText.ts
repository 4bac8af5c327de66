import type { OwnColoursProblem } from '../../model/unit/ownColours.ts'

/** Why two colours of a unit are refused. */
export const ownColoursText = {
  'main-too-light': '主色太浅，标题的白字在它上面看不清，请换深一些的',
  'second-too-dark': '辅色太深，文字在它上面看不清，请换浅一些的',
} as const satisfies { readonly [P in OwnColoursProblem]: string }
