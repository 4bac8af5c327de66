/** Ids that tests can foresee. */
export function counter(): () => string {
  let count = 0
  return () => `n${(count += 1)}`
}
