export interface Option<V extends string> {
  readonly value: V
  readonly label: string
}

/** Options of a field from its table of words. */
export function optionsOf<V extends string>(words: Readonly<Record<V, string>>): Option<V>[] {
  return Object.entries(words).map(([value, label]) => ({ value: value as V, label: label as string }))
}
