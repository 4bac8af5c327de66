/** Plain text tables: the first column to the left, numbers to the right. */

export type Cell = string | number

export function printTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const lines = [heads, ...rows.map((row) => row.map(String))]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const rule = widths.map((width) => '-'.repeat(width))
  console.log(`\n${title}\n`)
  for (const line of [heads, rule, ...lines.slice(1)]) console.log(`  ${aligned(line, widths)}`)
}

function aligned(cells: readonly string[], widths: readonly number[]): string {
  return widths
    .map((width, column) => {
      const cell = cells[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
    .trimEnd()
}

/** How many times as much; where there is nothing to divide by, nothing is claimed. */
export function ratio(one: number, other: number): string {
  return other === 0 ? '-' : `${(one / other).toFixed(2)}x`
}
