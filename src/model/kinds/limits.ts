/**
 * Size limits, defined only here; used by the gate of a room, the chart file reader, the grid and the
 * edits. Far above real charts (4 to 300 steps) and far below what stalls a browser. Text and item
 * limits exceed one spreadsheet cell (32,767 characters), so that imported content can be saved and
 * reopened.
 */
export const most = {
  steps: 5_000,
  /** Records per root: posts, flowlines, risks, measures, waivers. */
  things: 20_000,
  /** Items of one list. */
  items: 20_000,
  /** Characters (UTF-16) of an id, or of the name of a field. */
  key: 200,
  /** Characters of a name. */
  name: 2_000,
  /** Characters of any other text. */
  text: 100_000,
} as const

/** Maximum number of records in a root of the shared document. */
export function mostIn(root: string): number {
  return root === 'steps' ? most.steps : most.things
}
