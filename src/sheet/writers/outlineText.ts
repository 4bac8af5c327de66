import type { PathCommand, TextItem } from '../displayList.ts'
import type { Font, Glyphs } from './font.ts'

export interface Faces {
  readonly regular: Glyphs
  readonly bold: Glyphs
}

export interface Fonts extends Faces {
  readonly regular: Font
  readonly bold: Font
}

/** A run of text as one path at its place on the page. Throws a MissingGlyphError. */
export function outlineOf(item: TextItem, faces: Faces): readonly PathCommand[] {
  const path: PathCommand[] = []
  eachTextOutline(item, faces, (outline, x) => {
    path.push(...outline.map((command) => movedTo(command, x, item.y, item.size)))
  })
  return path
}

/**
 * Calls `visit` for every character with its outline (em, y upwards) and the x at which it
 * begins. Throws a MissingGlyphError.
 */
export function eachTextOutline(
  item: TextItem,
  faces: Faces,
  visit: (outline: readonly PathCommand[], x: number) => void,
): void {
  const face = faces[item.weight]
  let { x } = item
  for (const character of item.text) {
    visit(face.outline(character, item.text), x)
    x += face.advance(character, item.text) * item.size
  }
}

/** A command of an outline (em, y upwards) at a place on the page. */
export function movedTo(command: PathCommand, x: number, y: number, size: number): PathCommand {
  const [a, b] = [(value: number) => x + value * size, (value: number) => y - value * size]
  switch (command[0]) {
    case 'M':
      return ['M', a(command[1]), b(command[2])]
    case 'L':
      return ['L', a(command[1]), b(command[2])]
    case 'C':
      return ['C', a(command[1]), b(command[2]), a(command[3]), b(command[4]), a(command[5]), b(command[6])]
    case 'Z':
      return command
  }
}
