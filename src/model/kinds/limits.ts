/**
 * How much of a thing there may be: the one place. The gate of a room, the reader of
 * chart files, the grid and the edits all ask here.
 *
 * Far above any real chart (4 to 300 steps), far below what a browser can be made to
 * choke on. Text and items are above what one cell of a spreadsheet can hold (32,767
 * characters), so that whatever was imported can be saved and opened again.
 */
export const most = {
  steps: 5_000,
  /** Posts, flowlines, risks, measures, waivers: each. */
  things: 20_000,
  /** Members of one list. */
  items: 20_000,
  /** Characters (UTF-16) of an id, or of the name of a field. */
  key: 200,
  /** Characters of a name. */
  name: 2_000,
  /** Characters of any other text. */
  text: 100_000,
} as const

/** Records of a root of the shared document. */
export function mostIn(root: string): number {
  return root === 'steps' ? most.steps : most.things
}
