/** What a deletion did to the procedure. Sentences are put one after the other. */
export const removalText = {
  steps: (names: readonly string[]) => `已删除${listed(names)}`,
  line: (from: string, to: string) => `已删除从“${from}”到“${to}”的流线`,
  lines: (count: number) => `已删除 ${count} 条流线`,
  risks: (count: number) => `，连同 ${count} 个风险点`,
  onlyRisks: (risks: number, measures: number) =>
    `已删除 ${risks} 个风险点${measures > 0 ? `，连同 ${measures} 条措施` : ''}`,
  join: (from: string, to: string) => `，“${from}”直接连到“${to}”`,
  joins: (count: number) => `，${count} 条流线直接连到后面的环节`,
  noExit: (names: readonly string[]) => `；${listed(names)}后面断开了`,
  noEntry: (names: readonly string[]) => `；没有流线再到${listed(names)}`,
} as const

/** Two are named; of more, the first and how many. */
function listed(names: readonly string[]): string {
  const [first = '', second] = names
  if (names.length > 2) return `“${first}”等 ${names.length} 个环节`
  return second === undefined ? `“${first}”` : `“${first}”“${second}”`
}
