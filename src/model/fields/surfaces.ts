/** Where a person meets the fields of a chart: a test fills each field and looks whether each surface does as its row says. */
import type { Kind } from '../kinds/kinds.ts'

export const surfaces = [
  'panel',
  'grid',
  'tableImport',
  'registers',
  /** The sheet: canvas, preview, PNG, SVG and PDF draw the same. */
  'paper',
  'textTwin',
  'publicPage',
  /** Differences between two states, as sentences. */
  'history',
  /** What the checks read for left-over placeholders and the like. */
  'checkedTexts',
] as const

export type Surface = (typeof surfaces)[number]

/**
 * What the external edition does with a field. `unlessWithheld`: a step can keep it back;
 * `ifPeopleAreNamed`: only where the unit discloses who is responsible; `replaced`: the
 * edition puts something else there, by a rule of its own.
 */
export type Disclosed = 'always' | 'unlessWithheld' | 'ifPeopleAreNamed' | 'replaced' | 'never'

export interface Row {
  readonly public: Disclosed
  readonly shows: readonly Surface[]
  readonly declines: readonly Surface[]
  /** A text that every surface on which it shows puts under its label, without a rule of its own. */
  readonly plain?: true
}

export type Rows = { readonly [field: string]: Kind & Row }

/** Shown on these; every other surface is to be named in `without`, so that a new surface asks each field anew. */
export function on(shows: string, without = '') {
  return { shows: surfacesIn(shows), declines: surfacesIn(without) }
}

export const everywhere = surfaces.join(' ')

function surfacesIn(names: string): readonly Surface[] {
  return names.split(' ').filter((name): name is Surface => surfaces.some((each) => each === name))
}
