import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { meansPowerName } from '../../text/recognition/powerHeadings.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'

const longestHeading = 10
const fewestHeadings = 4

/** Lines of all paragraphs, without empty ones. */
export function linesOf({ blocks }: SourceDocument): readonly string[] {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isHeading(line: string): boolean {
  return line.length <= longestHeading && (meaningsOf(line).length > 0 || meansPowerName(line))
}

/** Headings one below the other: a table whose cells came as a line each, as PDF readers and some pages copy it. */
export function cellsAsLines(lines: readonly string[]): boolean {
  let run = 0
  for (const line of lines) {
    run = isHeading(line) ? run + 1 : 0
    if (run === fewestHeadings) return true
  }
  return false
}
