/** Ids n1, n2, n3 … for records without one. Not random, so that equal calls give equal files. */
export function sequentialIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `n${count}`
  }
}
