/** All distances of the layout, in units of the arrangement (0.25 mm). */
export const spacing = {
  /** Margin on all four sides. */
  margin: 24,
  /** From the lower side of one row of steps to the upper side of the next: a risk mark hangs 9 over. */
  rows: 32,
  /** Between two steps of one row. */
  steps: 32,
  /** From a step to the border of its lane, with no flowline between. */
  lanePad: 16,
  /** From a step to a flowline that passes it or turns into it: the arrow head needs 10. */
  clear: 16,
  /** Between two parallel flowlines. */
  parallel: 12,
  /** Between two places on one side of a step where flowlines meet it. */
  port: 14,
  /** From a flowline to the border of a lane: it must never run on it. */
  border: 10,
  /** From a label to any flowline, its own one included. */
  label: 4,
  /** From a label to a step. */
  labelStep: 5,
  /** More room beside the upper right corner of a step, for its risk mark. */
  mark: 8,
  /** Between the boxes at the sides of the three columns. */
  sideBoxes: 14,
} as const
