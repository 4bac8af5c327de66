/** How much of the past is kept of a chart; `GET …/journal` and `…/revisions` say so. */

/** ms: two years, of which journal and automatic revisions are kept. */
export const keptFor = 730 * 24 * 3600 * 1000

/** Bytes of a chart's journal; beyond that the oldest entries go. */
export const mostJournal = 16 * 1024 * 1024

/** Bytes of a chart's automatic revisions; beyond that the oldest go, but never the last ten. */
export const mostAutomatic = 64 * 1024 * 1024

/** Bytes of the revisions that people named; beyond that no other is taken. None of them ever goes. */
export const mostNamed = 256 * 1024 * 1024
