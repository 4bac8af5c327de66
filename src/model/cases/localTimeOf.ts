import type { LocalTime } from './powerCase.ts'

/** A moment (ms since 1970) as this machine's clock shows it; records of cases carry no zone. */
export function localTimeOf(moment: number): LocalTime {
  const offset = new Date(moment).getTimezoneOffset() * 60_000
  return new Date(moment - offset).toISOString().slice(0, 19)
}
