/** Ids for what has none. Counted, not random: the same call gives the same file. */
export function sequentialIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `n${count}`
  }
}
