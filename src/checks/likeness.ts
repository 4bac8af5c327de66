/** Similarity of names by edit distance. */
import { distance } from 'fastest-levenshtein'
import type { Step } from '../model/chart.ts'
import { tellingApart } from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'

/** A step name for comparison: half width, without blanks and punctuation. */
export function plainName({ name }: Step): string {
  return name.normalize('NFKC').replaceAll(/[\s,.;:()<>[\]"'，。、；：（）《》“”‘’【】?？!！]/g, '')
}

/** A key of the posts of a step: only steps of the same posts can be duplicates. */
export function sameHolders({ postsOf }: Facts, step: Step): string {
  return [...postsOf(step)].sort().join('\n')
}

/**
 * True if at least nine tenths of the characters are the same. Names of fewer than ten
 * characters must be equal.
 */
export function nearlyAlike(one: string, other: string): boolean {
  const allowed = Math.floor(Math.max(one.length, other.length) / 10)
  if (Math.abs(one.length - other.length) > allowed) return false
  const [first, second] = apart(one, other)
  // Fast rejection: compares only what remains between the common beginning and end.
  if (Math.max(first.length, second.length) <= allowed) return true
  if (allowed < 2 || foreign(first, second) > allowed) return false
  return distance(first, second) <= allowed
}

/** Characters that intentionally distinguish similar names: 准予 and 不予, 5万元 and 10万元. */
export function likenessMarks(name: string): string {
  return (name.match(tellingApart) ?? []).join('\n')
}

/** Strips the common beginning and end. */
function apart(one: string, other: string): readonly [string, string] {
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}

/** Number of characters of one text not in the other: a lower bound of the distance. */
function foreign(one: string, other: string): number {
  let count = 0
  for (const letter of one) if (!other.includes(letter)) count += 1
  return count
}
