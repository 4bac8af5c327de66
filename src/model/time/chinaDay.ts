/** ms since 1970 → yyyy-mm-dd in China's time zone, whatever the clock of the machine. */
export function chinaDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}
