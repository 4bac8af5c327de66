/**
 * Text sizes and distances around the drawing, in mm. They grow with the paper, because larger
 * paper is read from farther away.
 */
import type { Size } from '../../layout/arrangement.ts'
import { colour, type LineLook } from '../figures/look.ts'
import { leastText } from '../readingDistance.ts'
import type { Style } from '../styles.ts'

export interface PageLook {
  /** 1 on A3. */
  readonly scale: number
  /** From the edge of the paper to the frame. */
  readonly margin: number
  /** From the frame to what stands in it. */
  readonly padding: number
  /** Between header, drawing and footer. */
  readonly gap: number
  readonly frame: number
  readonly hairline: number
  readonly title: LineLook
  readonly subtitle: LineLook
  readonly label: LineLook
  readonly value: LineLook
  readonly phone: LineLook
}

export function pageLook({ width, height }: Size, style: Style): PageLook {
  const scale = Math.min(width, height) / 297
  return {
    scale,
    margin: 9 * scale,
    padding: 6 * scale,
    gap: 5 * scale,
    frame: 0.45 * scale * style.frameWidth,
    hairline: 0.2 * scale,
    title: look(9.4 * scale, 'bold', style.title),
    subtitle: look(4.6 * scale, 'regular', colour.ink),
    label: look(Math.max(leastText, 3.8 * scale), 'regular', colour.secondary),
    value: look(Math.max(leastText, 3.8 * scale), 'regular', colour.ink),
    phone: look(6.4 * scale, 'bold', colour.ink),
  }
}

function look(size: number, weight: LineLook['weight'], fill: string): LineLook {
  return { size, weight, fill, lineHeight: size * 1.5 }
}

export function smallerFacts(page: PageLook, factor: number): PageLook {
  return {
    ...page,
    label: look(page.label.size * factor, 'regular', page.label.fill),
    value: look(page.value.size * factor, 'regular', page.value.fill),
  }
}
