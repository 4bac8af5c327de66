/** Numbers that are given once in a unit: 2026-001, 2026-0012. */

/** The next one of a year; `digits`: at least so many. Gaps are not filled: a number stands for one thing for ever. */
export function nextSerialOf(numbers: readonly string[], year: string, digits: number): string {
  const beginning = `${year}-`
  const taken = numbers
    .filter((number) => number.startsWith(beginning))
    .map((number) => Number(number.slice(beginning.length)))
  const next = taken.reduce((most, one) => Math.max(most, one), 0) + 1
  return beginning + String(next).padStart(digits, '0')
}
