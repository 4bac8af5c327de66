/** The levels sorted by rank, most severe (lowest rank) first. Returns a new array. */
export function levelsByRank<Level extends { readonly rank: number }>(
  levels: readonly Level[],
): readonly Level[] {
  return [...levels].sort((a, b) => a.rank - b.rank)
}
