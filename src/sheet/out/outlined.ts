import type { PathCommand, TextInk } from '../ink.ts'
import type { Font } from './font.ts'

export interface Fonts {
  readonly regular: Font
  readonly bold: Font
}

/** A run of text as one path, placed where the text would stand. */
export function outlineOf(ink: TextInk, fonts: Fonts): readonly PathCommand[] {
  const font = fonts[ink.weight]
  const path: PathCommand[] = []
  let x = ink.x
  for (const character of ink.text) {
    path.push(...font.outline(character, ink.text).map((command) => moved(command, x, ink.y, ink.size)))
    x += font.advance(character, ink.text) * ink.size
  }
  return path
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
