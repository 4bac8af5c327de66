import { personsIn } from './personsIn.ts'
import type { Holding, PowerCase } from './powerCase.ts'

/** The cases and the table of posts with other words for the persons: one word for one person, both ways. */
export function withPersons(
  { cases, holdings }: CasesOfPersons,
  wordFor: (person: string) => string,
): CasesOfPersons {
  const all = (recorded: string) => personsIn(recorded).map(wordFor).join('、')
  return {
    cases: cases.map((one) => ({
      ...one,
      events: one.events.map(({ person, ...event }) =>
        person === undefined ? event : { ...event, person: all(person) },
      ),
    })),
    holdings: holdings.map((holding) => ({ ...holding, person: wordFor(holding.person) })),
  }
}

export interface CasesOfPersons {
  readonly cases: readonly PowerCase[]
  readonly holdings: readonly Holding[]
}
