import type { TextItem } from './displayList.ts'
import { runsOf, textWidthOf } from './textWidth.ts'
import type { TextStyle } from './lineBreak.ts'

export interface TextLook extends TextStyle {
  readonly fill: string
}

export interface TextAnchor {
  readonly x: number
  /** The height at which the characters have their middle. */
  readonly middle: number
  readonly align: 'start' | 'middle' | 'end'
}

/** The middle of a Chinese character is 0.38 em above the baseline in Noto Sans SC. */
export const middleAboveBaseline = 0.38

/** One line as text runs, split so that no browser squeezes them. */
export function lineItem(text: string, place: TextAnchor, look: TextLook): readonly TextItem[] {
  const width = textWidthOf(text, look.size, look.weight)
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
export function textItems(
  lines: readonly string[],
  place: TextAnchor,
  look: TextLook & { readonly lineHeight: number },
): readonly TextItem[] {
  return lines.flatMap((line, i) =>
    lineItem(line, { ...place, middle: place.middle + i * look.lineHeight }, look),
  )
}
