/** What a heading can mean: by the words of real forms, and by what such words are put together from. */
import {
  headingsOfTwoMeanings,
  headingWords,
  limitUnits,
  type TableField,
} from '../../../text/recognition/headings.ts'
import { headingPatterns } from '../../../text/recognition/tableWords.ts'

const exact: ReadonlyMap<string, readonly TableField[]> = new Map([
  ...Object.entries(headingWords).flatMap(([field, words]) =>
    words.map((word): [string, TableField[]] => [plainHeading(word), [field as TableField]]),
  ),
  ...Object.entries(headingsOfTwoMeanings),
])

/** Longer than any heading: a sentence is content. */
const mostLetters = 20

/** What is meant first stands first; empty where the words say nothing to us. */
export function meaningsOf(text: string): readonly TableField[] {
  const heading = plainHeading(text)
  if (heading === '' || heading.length > mostLetters) return []
  return exact.get(heading) ?? headingPatterns.find(([words]) => words.test(heading))?.[1] ?? []
}

/** Without blanks, in half width, without what stands in brackets. */
export function plainHeading(text: string): string {
  return withoutBlanks(text)
    .replaceAll(/\([^)]*\)|\*|【|】|:$/g, '')
    .toUpperCase()
}

export function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** 办理时限(工作日): what a bare number in the column means. */
export function unitIn(heading: string): string | undefined {
  const inBrackets = /\((?:单位:)?([^)]+)\)/.exec(heading)?.[1]
  return limitUnits.find((word) => inBrackets?.endsWith(word))
}
