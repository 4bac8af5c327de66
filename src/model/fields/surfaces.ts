/**
 * The surfaces that show fields of a chart. A test fills each field and checks every surface against
 * its row.
 */
import type { Kind } from '../kinds/kinds.ts'

export const surfaces = [
  'panel',
  'grid',
  'tableImport',
  'registers',
  /** The sheet: identical on canvas and in preview, PNG, SVG and PDF. */
  'paper',
  'textTwin',
  'publicPage',
  /** Differences between two states, as sentences. */
  'history',
  /** Texts that the checks scan, for example for placeholders. */
  'checkedTexts',
] as const

export type Surface = (typeof surfaces)[number]

/**
 * Disclosure in the external edition. `unlessWithheld`: a step can withhold the field;
 * `ifPeopleAreNamed`: only if the unit discloses responsible persons; `replaced`: the edition writes
 * another value.
 */
export type Disclosed = 'always' | 'unlessWithheld' | 'ifPeopleAreNamed' | 'replaced' | 'never'

export interface Row {
  readonly public: Disclosed
  readonly shows: readonly Surface[]
  readonly declines: readonly Surface[]
  /** A text that every surface prints under its label without special handling. */
  readonly plain?: true
}

export type Rows = { readonly [field: string]: Kind & Row }

/**
 * Surfaces that show the field. All others must be listed in `without`, so that a new surface forces a
 * decision for each field.
 */
export function on(shows: string, without = '') {
  return { shows: surfacesIn(shows), declines: surfacesIn(without) }
}

export const everywhere = surfaces.join(' ')

function surfacesIn(names: string): readonly Surface[] {
  return names.split(' ').filter((name): name is Surface => surfaces.some((each) => each === name))
}
