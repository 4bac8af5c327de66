/** Recognises names of people in tables; they are kept apart from posts (对岗不对人). */
import { personName, postEnding } from '../../../text/recognition/tableWords.ts'

/** Whether the text is probably a person's name: 张三, 周某某. */
export function isPerson(words: string): boolean {
  return personName.test(words) && !postEnding.test(words)
}

/** Whether all cells contain only names of people. */
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

/** Splits 科长 张三, 张三（科长）, 科长：张三 into post and person. Undefined if uncertain. */
export function postAndPerson(words: string): { readonly post: string; readonly person: string } | undefined {
  const parts = words.split(/[\s:：()（）]+/).filter((part) => part !== '')
  const [first, second] = parts
  if (first === undefined || second === undefined || parts.length > 2) return undefined
  if (isPerson(second) && !isPerson(first)) return { post: first, person: second }
  return isPerson(first) && postEnding.test(second) ? { post: second, person: first } : undefined
}
