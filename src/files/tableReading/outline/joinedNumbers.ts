/**
 * Numbers that a page shows apart from their words: 1 / 收件 / 2 / 受理 on lines of their own, or 1申请 glued.
 * Only where they count on from 1 to 3 at least.
 */
const alone = /^(\d{1,2})[.、．]?$/
const glued = /^(\d{1,2})(?=[\u4e00-\u9fff])(.{2,30})$/
const fewest = 3

export function joinedNumbers(lines: readonly string[]): readonly string[] {
  const apart = counted(lines, alone)
  if (apart.size >= fewest)
    return lines.flatMap((line, at) => {
      if (apart.has(at)) return [`${apart.get(at)}.${lines[at + 1]!.trim()}`]
      return apart.has(at - 1) ? [] : [line]
    })
  const together = counted(lines, glued)
  if (together.size < fewest) return lines
  return lines.map((line, at) =>
    together.has(at) ? line.trim().replace(/^\d{1,2}/, (number) => `${number}.`) : line,
  )
}

function numberIn(pattern: RegExp, line: string): number | undefined {
  const written = pattern.exec(line.trim())?.[1]
  return written === undefined ? undefined : Number(written)
}

/** Places of 1, 2, 3 …, each with words in its line or the next. */
function counted(lines: readonly string[], pattern: RegExp): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (const [at, line] of lines.entries()) {
    const words = pattern === alone ? (lines[at + 1]?.trim() ?? '') : line
    if (numberIn(pattern, line) === places.size + 1 && words !== '' && !alone.test(words))
      places.set(at, places.size + 1)
  }
  return places
}
