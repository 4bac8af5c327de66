/** The levels of a scheme, the gravest (the lowest rank) first. Takes anything with a rank; changes nothing. */
export function levelsByRank<Level extends { readonly rank: number }>(
  levels: readonly Level[],
): readonly Level[] {
  return [...levels].sort((a, b) => a.rank - b.rank)
}
