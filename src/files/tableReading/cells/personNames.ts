/** Names of people in tables: 对岗不对人, so they are told from posts and kept apart. */
import { personName, postEnding } from '../../../text/recognition/tableWords.ts'

/** As far as one can tell: 张三, 周某某. */
export function isPerson(words: string): boolean {
  return personName.test(words) && !postEnding.test(words)
}

/** Every cell holds names of people and nothing else. */
export function isPersonColumn(cells: readonly string[]): boolean {
  return (
    cells.length > 0 &&
    cells.every((cell) =>
      cell
        .split(/[、，,;；/\s]+/)
        .filter((part) => part !== '')
        .every(isPerson),
    )
  )
}

/** 科长 张三, 张三（科长）, 科长：张三 → the post, and the person. Undefined where it is not surely both. */
export function postAndPerson(words: string): { readonly post: string; readonly person: string } | undefined {
  const parts = words.split(/[\s:：()（）]+/).filter((part) => part !== '')
  const [first, second] = parts
  if (first === undefined || second === undefined || parts.length > 2) return undefined
  if (isPerson(second) && !isPerson(first)) return { post: first, person: second }
  return isPerson(first) && postEnding.test(second) ? { post: second, person: first } : undefined
}
