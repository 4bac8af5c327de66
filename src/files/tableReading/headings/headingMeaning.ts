/** Meanings of a heading, from the words of real forms and their parts. */
import {
  headingsOfTwoMeanings,
  headingWords,
  limitUnits,
  type TableField,
} from '../../../text/recognition/headings.ts'
import { headingPatterns } from '../../../text/recognition/tableWords.ts'

/** Characters of a heading with its blanks and brackets; longer text is content. */
const mostWritten = 200

const exact: ReadonlyMap<string, readonly TableField[]> = new Map([
  ...Object.entries(headingWords).flatMap(([field, words]) =>
    words.map((word): [string, TableField[]] => [plainHeading(word), [field as TableField]]),
  ),
  ...Object.entries(headingsOfTwoMeanings),
])

/** Maximum characters of a heading; longer text is content. */
const mostLetters = 20

/** Possible fields, most likely first; empty for unknown words. */
export function meaningsOf(text: string): readonly TableField[] {
  const heading = plainHeading(text)
  if (heading === '' || heading.length > mostLetters) return []
  return exact.get(heading) ?? headingPatterns.find(([words]) => words.test(heading))?.[1] ?? []
}

/** Removes blanks and bracketed text, converts to half width. */
export function plainHeading(text: string): string {
  if (text.length > mostWritten) return ''
  return withoutBlanks(text)
    .replaceAll(/\([^)]*\)|\*|【|】|:$/g, '')
    .toUpperCase()
}

/** The text in half width without blanks. */
export function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** Unit of bare numbers in the column: 办理时限(工作日). */
export function unitIn(heading: string): string | undefined {
  const inBrackets = /\((?:单位:)?([^)]+)\)/.exec(heading)?.[1]
  return limitUnits.find((word) => inBrackets?.endsWith(word))
}
