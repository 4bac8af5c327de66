/** What a drawing is worth on its page, in doublings of its text. */
import type { Arrangement, Size } from '../arrangement.ts'
import { calmnessOf } from './calmness.ts'
import type { Folding } from './folding.ts'
import { filledShare, scaleIn, type PageRoom } from './pageRoom.ts'

/** What was chosen of its boxes, as far as it costs. */
export interface WorthSetting {
  readonly width: number
  readonly diamonds: 'flat' | 'steep'
  /** Of the usual distances. */
  readonly share: number
  /** Whose boxes have a width of their own. */
  readonly laneWidths: { readonly [lane: number]: number }
}

/** A second flowline beside the first makes both hard to follow; columns should come out even. */
export function foldCost({ cuts, parts, height }: Folding): number {
  const links = cuts.reduce((sum, { xs }) => sum + xs.length, 0)
  const whole = parts.reduce((sum, { from, to }) => sum + to - from, 0)
  const uneven = (height * parts.length) / whole - 1
  return cost.fold * cuts.length + cost.secondLink * (links - cuts.length) + cost.uneven * uneven
}

export const isBanded = ({ lanes, columns }: Arrangement): boolean => lanes.length > 0 || columns !== null

/** In doublings of the text: a crossing costs a twentieth of its size. */
const cost = {
  crossing: 0.08,
  bend: 0.012,
  fold: 0.03,
  right: 0.02,
  tight: 0.06,
  secondLink: 0.12,
  uneven: 0.08,
  blank: 0.04,
  odd: 0.01,
  ownWidth: 0.002,
  steep: 0.03,
} as const

const usualWidth = 168

export function drawingWorth(drawing: Arrangement, setting: WorthSetting, room: PageRoom): number {
  const { crossings, bends } = calmnessOf(drawing)
  const scale = scaleIn(drawing, isBanded(drawing), room)
  return (
    textWorth(scale, room) -
    cost.crossing * crossings -
    cost.bend * bends -
    cost.blank * blankness(drawing, scale, room) -
    (drawing.boxes?.direction === 'right' ? cost.right : 0) -
    cost.tight * (1 - setting.share) -
    (setting.diamonds === 'steep' ? cost.steep : 0) -
    cost.ownWidth * Object.keys(setting.laneWidths).length -
    cost.odd * Math.abs(Math.log2(setting.width / usualWidth))
  )
}

/** Halvings by which a drawing fills less than half of its room; gaps that grow make up for the rest. */
function blankness(drawing: Size, scale: number, room: PageRoom): number {
  return Math.max(0, Math.log2(0.5 / filledShare(drawing, scale, room)))
}

/** Doublings; beyond what can be read from where people stand they count for less. */
export function textWorth(scale: number, { enough }: PageRoom): number {
  const doublings = Math.log2(scale / enough)
  return doublings < 0 ? doublings : 0.2 * doublings
}
