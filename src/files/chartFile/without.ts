/** A copy of a record without these fields. */
export function without<T extends object, K extends keyof T>(thing: T, ...fields: readonly K[]): Omit<T, K> {
  const names: ReadonlySet<PropertyKey> = new Set(fields)
  return Object.fromEntries(Object.entries(thing).filter(([field]) => !names.has(field))) as unknown as Omit<
    T,
    K
  >
}
