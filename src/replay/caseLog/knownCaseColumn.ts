import { caseHeadings, type CaseColumn } from '../../text/recognition/caseWords.ts'

const known = new Map(
  (Object.keys(caseHeadings) as CaseColumn[]).flatMap((column) =>
    caseHeadings[column].map((heading) => [heading.toLowerCase(), column] as const),
  ),
)

/** The column that a heading names, however it is written; undefined for unknown words. */
export function knownCaseColumn(heading: string): CaseColumn | undefined {
  return known.get(plainCaseHeading(heading).toLowerCase())
}

/** In half width, without blanks and marks. */
export function plainCaseHeading(heading: string): string {
  return heading.normalize('NFKC').replaceAll(/\s|[*：:]/g, '')
}
