/**
 * One entry of the journal as it is kept: long values are cut to an excerpt that says how much
 * was left out. The whole content is in the revisions; the journal says who changed what.
 */
import type { FieldChange } from '../../protocol/api.ts'
import { historyWords } from '../../text/messages/server.ts'

/** Letters of JSON up to which one side of a change is kept whole. */
const wholeSide = 2000
/** Letters of a longer text that are kept. */
const excerpt = 200
/** Members of a longer list or record. */
const members = 40
/** Letters of one entry. An import of a whole chart is one entry; what no longer fits is counted. */
const wholeEntry = 64 * 1024

/** The root under which the number of left out changes stands. */
export const omittedRoot = 'omitted'

export function journalText(changes: readonly FieldChange[]): string {
  const kept: string[] = []
  let letters = 0
  for (const change of changes) {
    const text = JSON.stringify(cut(change))
    letters += text.length
    if (letters > wholeEntry) break
    kept.push(text)
  }
  const omitted = changes.length - kept.length
  if (omitted > 0) kept.push(JSON.stringify({ root: omittedRoot, id: String(omitted) }))
  return `[${kept.join(',')}]`
}

function cut({ before, after, ...where }: FieldChange): FieldChange {
  return {
    ...where,
    ...(before !== undefined && { before: side(before) }),
    ...(after !== undefined && { after: side(after) }),
  }
}

function side(value: unknown): unknown {
  if (typeof value === 'string') return value.length <= wholeSide ? value : shortened(value)
  return weight(value, wholeSide) <= wholeSide ? value : smaller(value, 3)
}

/** Letters, counted until there are more than `most`: a value may be megabytes. */
function weight(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  let sum = 0
  for (const [key, member] of Object.entries(value)) {
    sum += key.length + weight(member, most - sum)
    if (sum > most) break
  }
  return sum
}

function smaller(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return shortened(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return null
  if (Array.isArray(value)) return value.slice(0, members).map((member) => smaller(member, depth - 1))
  const some = Object.entries(value).slice(0, members)
  return Object.fromEntries(some.map(([key, member]) => [key, smaller(member, depth - 1)]))
}

function shortened(text: string): string {
  return text.length <= excerpt ? text : text.slice(0, excerpt) + historyWords.excerpt(text.length)
}
