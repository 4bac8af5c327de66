import type { TextInk } from './displayList.ts'
import { runsOf, widthOf } from './textWidth.ts'
import type { TextStyle } from './lineBreak.ts'

export interface TextLook extends TextStyle {
  readonly fill: string
}

export interface Place {
  readonly x: number
  /** The height at which the characters have their middle. */
  readonly middle: number
  readonly align: 'start' | 'middle' | 'end'
}

/** A Chinese character's ink has its middle 0.38 em above the baseline in Noto Sans SC. */
export const middleAboveBaseline = 0.38

/** One line, as runs that no browser squeezes. */
export function lineInk(text: string, place: Place, look: TextLook): readonly TextInk[] {
  const width = widthOf(text, look.size, look.weight)
  const before = place.align === 'start' ? 0 : place.align === 'middle' ? width / 2 : width
  return runsOf(text, look.size, look.weight).map((run) => ({
    kind: 'text',
    x: place.x - before + run.x,
    y: place.middle + middleAboveBaseline * look.size,
    size: look.size,
    weight: look.weight,
    fill: look.fill,
    text: run.text,
    width: run.width,
  }))
}

/** Lines under one another, the first one's middle at `place.middle`. */
export function textInk(
  lines: readonly string[],
  place: Place,
  look: TextLook & { readonly lineHeight: number },
): readonly TextInk[] {
  return lines.flatMap((line, i) =>
    lineInk(line, { ...place, middle: place.middle + i * look.lineHeight }, look),
  )
}
