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

/** A run of text as one path, placed where the text would stand. */
export function outlineOf(ink: TextItem, faces: Faces): readonly PathCommand[] {
  const path: PathCommand[] = []
  eachTextOutline(ink, faces, (outline, x) => {
    path.push(...outline.map((command) => moved(command, x, ink.y, ink.size)))
  })
  return path
}

/** Calls back for every character with its outline, in em and y upwards, and where it begins. */
export function eachTextOutline(
  ink: TextItem,
  faces: Faces,
  visit: (outline: readonly PathCommand[], x: number) => void,
): void {
  const face = faces[ink.weight]
  let { x } = ink
  for (const character of ink.text) {
    visit(face.outline(character, ink.text), x)
    x += face.advance(character, ink.text) * ink.size
  }
}

/** Outlines are in em, y upwards. */
function moved(command: PathCommand, x: number, y: number, size: number): PathCommand {
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
