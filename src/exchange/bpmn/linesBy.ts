import type { PlainLine } from '../plainScene.ts'

/** The flowlines by the step at one of their ends, in their order. */
export function linesBy(
  lines: readonly PlainLine[],
  end: 'from' | 'to',
): ReadonlyMap<string, readonly PlainLine[]> {
  const groups = new Map<string, PlainLine[]>()
  for (const line of lines) {
    const group = groups.get(line[end])
    if (group) group.push(line)
    else groups.set(line[end], [line])
  }
  return groups
}
