import type { Size } from '../arrangement.ts'

/** What a page has for a drawing: its room in mm, and how large things may and should become. */
export interface PageRoom extends Size {
  /** mm a unit: nothing is drawn larger. */
  readonly largest: number
  /** mm a unit at which the text can be read from where people stand; beyond it a calm drawing counts for more. */
  readonly enough: number
  /** Units that a drawing without bands needs on each side, for marks that stand out of its boxes. */
  readonly around: number
}

/** mm a unit, if the drawing fills the room. */
export function scaleIn({ width, height }: Size, banded: boolean, room: PageRoom): number {
  const around = banded ? 0 : 2 * room.around
  return Math.min(room.width / (width + around), room.height / (height + around), room.largest)
}

/** The share of the room's area that a drawing takes at this scale, its gaps as they are. */
export function filledShare({ width, height }: Size, scale: number, room: Size): number {
  return (width * height * scale * scale) / (room.width * room.height)
}
