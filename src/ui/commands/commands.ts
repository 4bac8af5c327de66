/** Every command once: what it is called, which key it has, whether it may run now, what it does. Toolbar and keyboard read this. */
import type { ChartDoc } from '../../doc/chartDoc.ts'
import type { Id, StepKind } from '../../model/chart.ts'
import { addStep, insertStepAfter } from '../../model/edits/addStep.ts'
import { removeFlowlines } from '../../model/edits/flowlines.ts'
import { releaseSteps } from '../../model/edits/placeSteps.ts'
import { removeSteps } from '../../model/edits/removeSteps.ts'
import { editor, firstStep } from '../../text/screen.ts'
import type { DoEdit } from '../room/chartContext.ts'
import type { Session } from '../session.ts'
import { look, nothing, select } from '../session.ts'

export interface Situation {
  readonly doc: ChartDoc
  readonly session: Session
  readonly edit: DoEdit
  readonly newId: () => Id
}

export interface Command {
  readonly label: string
  /** `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[]
  readonly may: (situation: Situation) => boolean
  readonly run: (situation: Situation) => void
}

const always = () => true
const mayEdit = ({ session }: Situation) => session.edition === 'internal'

export const commands = {
  undo: {
    label: editor.undo,
    keys: ['Mod+Z'],
    may: ({ doc }) => doc.canUndo(),
    run: ({ doc }) => doc.undo(),
  },
  redo: {
    label: editor.redo,
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    may: ({ doc }) => doc.canRedo(),
    run: ({ doc }) => doc.redo(),
  },
  rename: {
    label: editor.rename,
    keys: ['F2'],
    may: (situation) => mayEdit(situation) && situation.session.selection.steps.length === 1,
    run: ({ session }) => look({ renaming: session.selection.steps[0] ?? null }),
  },
  remove: {
    label: editor.deleteThing,
    keys: ['Delete', 'Backspace'],
    may: (situation) => mayEdit(situation) && situation.session.selection !== nothing,
    run: removeSelected,
  },
  tidy: {
    label: editor.tidy,
    keys: ['Mod+Shift+L'],
    may: mayEdit,
    run: ({ edit, session }) => void edit((chart) => releaseSteps(chart, session.view, session.edition)),
  },
  exportChart: {
    label: editor.exportChart,
    keys: ['Mod+P'],
    may: always,
    run: () => look({ dialog: 'export' }),
  },
  leave: {
    label: '',
    keys: ['Escape'],
    may: ({ session }) => session.dialog === null,
    run: () => select({}),
  },
} as const satisfies Record<string, Command>

function removeSelected({ edit, session }: Situation): void {
  const { steps, flowlines } = session.selection
  const done = edit((chart) =>
    steps.length > 0 ? removeSteps(chart, steps) : removeFlowlines(chart, flowlines),
  )
  if (done) select({})
}

/** A new step of that kind, behind the one that is selected, and its name ready to be typed over. */
export function addStepOf(kind: StepKind, { edit, session, newId }: Situation): void {
  const step = newId()
  const after = session.selection.steps[0]
  const done = edit((chart) => {
    const before = chart.steps.find((other) => other.id === after)
    const made = { kind, name: firstStep.fresh[kind], ...(before?.posts ? { posts: before.posts } : {}) }
    if (!before) return addStep(chart, made, step)
    return insertStepAfter(chart, before.id, made, { step, flowline: newId() })
  })
  if (!done) return
  select({ steps: [step] })
  look({ renaming: step })
}
