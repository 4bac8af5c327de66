export interface Option<V extends string> {
  readonly value: V
  readonly label: string
}

/** The choices of a field, from the table of its words. */
export function optionsOf<V extends string>(words: Readonly<Record<V, string>>): Option<V>[] {
  return Object.entries(words).map(([value, label]) => ({ value: value as V, label: label as string }))
}
