/** Finds a step by number, by name, or by a similar name. */
import { commonWords, stepSuffix } from '../../../text/recognition/tableWords.ts'
import type { KnownNearly, NearTarget, Target } from '../cells/readNext.ts'
import { plainNumber } from '../cells/stepNumber.ts'
import type { Headings } from '../headings/headings.ts'
import type { Problems } from '../gatherProblems.ts'
import type { StepReading } from './readStep.ts'

export interface StepPlaces {
  readonly known: KnownNearly
  /** Index of the step; undefined if there is none. */
  readonly placeOf: (target: Target | NearTarget, from: number) => number | undefined
  readonly isShared: (name: string) => boolean
}

/** Prepares the lookup for the steps of a table. */
export function stepPlacesOf(
  steps: readonly StepReading[],
  headings: Headings,
  problems: Problems,
): StepPlaces {
  const numbers = new Map<string, number>()
  const names = new Map<string, number>()
  const shared = new Set<string>()
  for (const [at, { row, name, ...step }] of steps.entries()) {
    // Without a number column, numbers mean row positions.
    const isNumbered = headings.columns.has('number') || step.numbers.length > 0
    for (const number of new Set(isNumbered ? step.numbers : [String(at + 1)])) {
      const first = numbers.get(number)
      if (first === undefined) numbers.set(number, at)
      else problems.error('sameNumber', row, 'number', { words: number, other: steps[first]!.row })
    }
    const key = plainName(name)
    if (names.has(key)) shared.add(key)
    else names.set(key, at)
  }
  // 审批环节 means 审批, unless a step has the full name.
  const named = (name: string) =>
    names.get(plainName(name)) ?? names.get(plainName(name).replace(stepSuffix, ''))
  const keys = steps.map(({ name }) => plainName(name).replace(stepSuffix, ''))
  const posts = steps.map((step) => step.posts.map(plainName))
  const near = (words: string) => nearlyNamed(words, keys)
  const byPost = (words: string) => postPlaces(words, posts)
  const placeOf = (target: Target | NearTarget, from: number): number | undefined => {
    switch (target.to) {
      case 'number':
        return numbers.get(plainNumber(target.words))
      case 'name':
        return named(target.words)
      case 'nearly':
        return near(target.words) ?? nearestOf(byPost(target.words), from, target)
      case 'start':
        return 0
      case 'previous':
        return from > 0 ? from - 1 : undefined
      case 'end':
      case 'nothing':
        return undefined
    }
  }
  return {
    placeOf,
    isShared: (name) => shared.has(plainName(name)),
    known: {
      byNumber: (number) => numbers.has(plainNumber(number)),
      byName: (name) => named(name) !== undefined,
      nearly: (words) => near(words) !== undefined || byPost(words).length > 0,
    },
  }
}

/** Normalises a name: ignores blanks, width and punctuation. */
function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s,，、。.;；:：]/g, '')
}

/** Matches 审批环节 to 审批, and 审批 to 局长审批, if only one step matches. */
function nearlyNamed(words: string, keys: readonly string[]): number | undefined {
  const sought = plainName(words).replace(stepSuffix, '')
  if (sought.length < 2 || commonWords.test(sought)) return undefined
  const tests = [
    (key: string) => key === sought,
    (key: string) => key.startsWith(sought) || key.endsWith(sought),
    (key: string) => key.includes(sought),
    (key: string) => key.length > 1 && sought.endsWith(key) && sought.length < key.length + 5,
  ]
  for (const test of tests) {
    const places = keys.flatMap((key, at) => (test(key) ? [at] : []))
    if (places.length > 0) return places.length === 1 ? places[0] : undefined
  }
  return undefined
}

/** The steps of a named post: 申请人, 受理岗 for 办税服务厅受理岗. */
function postPlaces(words: string, postsOf: readonly (readonly string[])[]): readonly number[] {
  const sought = plainName(words)
  if (sought.length < 2 || commonWords.test(sought)) return []
  return postsOf.flatMap((posts, at) =>
    posts.some((post) => post === sought || post.endsWith(sought)) ? [at] : [],
  )
}

/** Going back, the last earlier step of the post; onward, its next one. */
function nearestOf(
  places: readonly number[],
  from: number,
  { back }: { readonly back: boolean },
): number | undefined {
  const before = places.filter((place) => place < from)
  const after = places.filter((place) => place > from)
  return back ? before.at(-1) : (after[0] ?? before.at(-1))
}
