/**
 * The table of all commands. Toolbar, menus, palette, help sheet and keyboard read it. A test
 * checks that no key is used twice or reserved by browsers or input methods.
 */
import type { RiskLevel } from '../../../model/grading.ts'
import { removeFlowlines } from '../../../model/edits/flowlines.ts'
import { releaseSteps } from '../../../model/edits/placeSteps.ts'
import { removeSteps } from '../../../model/edits/removeSteps.ts'
import { addRisk } from '../../../model/edits/risks.ts'
import { canvasText, commandLabel } from '../../../text/screen/commands.ts'
import { editor } from '../../../text/screen/screen.ts'
import { saveAnswer } from '../../../text/screen/together.ts'
import { navigate } from '../../base/routes.ts'
import { mayWrite } from '../mayWrite.ts'
import { setSession, select, type SidePanelName } from '../session.ts'
import { turnTheme } from '../../base/style/useTheme.ts'
import { formatCommands } from './formatCommands.ts'
import { lookCommands } from './lookCommands.ts'
import type { Command, Situation } from './command.ts'
import { removeSaying } from './removeSaying.ts'
import {
  addToward,
  duplicate,
  mayEdit,
  mayEditOne,
  oneSelected,
  splitSelected,
  walk,
} from './stepCommands.ts'

const hasSteps = (situation: Situation) => mayEdit(situation) && situation.session.selection.steps.length > 0
const hasAny = (situation: Situation) =>
  hasSteps(situation) || (mayEdit(situation) && situation.session.selection.flowlines.length > 0)

export const commands = {
  addNext: {
    label: commandLabel.addNext,
    group: 'steps',
    keys: ['Mod+ArrowDown'],
    may: mayEditOne,
    run: (situation) => addToward('down', situation, 'process'),
  },
  drawOn: {
    label: commandLabel.drawOn,
    group: 'steps',
    keys: ['Tab'],
    may: (situation) => mayEditOne(situation) && situation.session.drawingOn,
    run: (situation) => addToward('down', situation, 'process'),
  },
  addBefore: {
    label: commandLabel.addBefore,
    group: 'steps',
    keys: ['Mod+ArrowUp'],
    may: mayEditOne,
    run: (situation) => addToward('up', situation, 'process'),
  },
  addBranch: {
    label: commandLabel.addBranch,
    group: 'steps',
    keys: ['Mod+ArrowRight'],
    may: mayEditOne,
    run: (situation) => addToward('aside', situation, 'process'),
  },
  addLeftBranch: {
    label: commandLabel.addLeftBranch,
    group: 'steps',
    keys: ['Mod+ArrowLeft'],
    may: mayEditOne,
    run: (situation) => addToward('left', situation, 'process'),
  },
  addDecision: {
    label: commandLabel.addDecision,
    group: 'steps',
    keys: ['Mod+Enter'],
    may: mayEdit,
    run: (situation) => addToward('down', situation, 'decision'),
  },
  splitDecision: {
    label: commandLabel.splitDecision,
    group: 'steps',
    keys: [],
    may: (situation) => mayEdit(situation) && oneSelected(situation)?.kind === 'decision',
    run: splitSelected,
  },
  rename: {
    label: editor.rename,
    group: 'steps',
    keys: ['F2', 'Enter'],
    may: mayEditOne,
    run: ({ session }) => setSession({ renaming: session.selection.steps[0] ?? null }),
  },
  remove: {
    label: editor.deleteThing,
    group: 'steps',
    keys: ['Delete', 'Backspace'],
    may: hasAny,
    run: removeSelected,
  },
  walkDown: walking('down', 'Alt+ArrowDown'),
  walkUp: walking('up', 'Alt+ArrowUp'),
  walkLeft: walking('left', 'Alt+ArrowLeft'),
  walkRight: walking('right', 'Alt+ArrowRight'),
  connectTo: {
    label: commandLabel.connectTo,
    group: 'steps',
    keys: ['Alt+L'],
    may: mayEditOne,
    run: () => setSession({ dialog: 'connect' }),
  },
  addRisk: {
    label: commandLabel.addRisk,
    group: 'steps',
    keys: [],
    may: mayEditOne,
    run: (situation) => markRisk(situation),
  },
  undo: {
    label: editor.undo,
    group: 'edit',
    keys: ['Mod+Z'],
    repeats: true,
    may: ({ doc, session }) => mayWrite(session.access) && doc.canUndo(),
    run: ({ takeBack }) => takeBack('undo'),
  },
  redo: {
    label: editor.redo,
    group: 'edit',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    repeats: true,
    may: ({ doc, session }) => mayWrite(session.access) && doc.canRedo(),
    run: ({ takeBack }) => takeBack('redo'),
  },
  duplicate: { label: commandLabel.duplicate, group: 'edit', keys: ['Mod+D'], may: hasSteps, run: duplicate },
  ...formatCommands,
  selectAll: {
    label: commandLabel.selectAll,
    group: 'edit',
    keys: ['Mod+A'],
    run: ({ doc }) => select({ steps: doc.chart().steps.map((step) => step.id) }),
  },
  replace: {
    label: commandLabel.replace,
    group: 'edit',
    keys: ['Mod+H'],
    may: mayEdit,
    run: () => setSession({ dialog: 'replace' }),
  },
  tidy: {
    label: editor.tidy,
    group: 'edit',
    keys: ['Mod+Shift+L'],
    may: mayEdit,
    run: ({ edit, session }) => void edit((chart) => releaseSteps(chart, session.view, session.edition)),
  },
  commandPalette: {
    label: commandLabel.commandPalette,
    group: 'look',
    keys: ['Mod+K', 'Mod+F'],
    run: () => setSession({ dialog: 'commandPalette' }),
  },
  fit: {
    label: editor.fit,
    group: 'look',
    keys: ['Shift+!', 'Shift+1'],
    run: ({ session }) => session.canvasApi?.fit(),
  },
  actualSize: {
    label: commandLabel.actualSize,
    group: 'look',
    keys: ['Mod+0'],
    run: ({ session }) => session.canvasApi?.actualSize(),
  },
  help: {
    label: commandLabel.help,
    group: 'look',
    keys: ['Shift+?', '?'],
    run: () => setSession({ dialog: 'help' }),
  },
  ...lookCommands,
  check: {
    label: commandLabel.check,
    group: 'look',
    keys: ['F7'],
    run: togglePanel('checks'),
  },
  history: {
    label: commandLabel.history,
    group: 'chart',
    keys: ['F9'],
    run: togglePanel('history'),
  },
  review: {
    label: commandLabel.review,
    group: 'chart',
    keys: ['F8'],
    run: togglePanel('review'),
  },
  workList: {
    label: commandLabel.workList,
    group: 'chart',
    keys: ['Shift+F8'],
    run: () => navigate({ at: 'review' }),
  },
  riskOverview: {
    label: commandLabel.riskOverview,
    group: 'chart',
    keys: ['Mod+Alt+9'],
    run: () => setSession({ dialog: 'riskOverview' }),
  },
  replay: {
    label: commandLabel.replay,
    group: 'chart',
    keys: ['Shift+F7'],
    run: () => setSession({ dialog: 'replay' }),
  },
  importRisks: {
    label: commandLabel.importRisks,
    group: 'chart',
    keys: ['Mod+Alt+0'],
    may: mayEdit,
    run: () => setSession({ dialog: 'importRisks' }),
  },
  publication: {
    label: commandLabel.publication,
    group: 'chart',
    keys: ['Mod+Alt+8'],
    run: () => setSession({ dialog: 'publication' }),
  },
  share: {
    label: commandLabel.share,
    group: 'chart',
    keys: ['Mod+Alt+7'],
    run: () => setSession({ dialog: 'share' }),
  },
  theme: { label: canvasText.theme, group: 'look', keys: [], run: turnTheme },
  leave: {
    label: commandLabel.leave,
    group: 'look',
    keys: ['Escape'],
    run: ({ session }) => {
      const [step] = session.selection.steps
      select({})
      // From there Tab goes on to what comes next on the page.
      if (step !== undefined) session.canvasApi?.focus(step)
    },
  },
  exportChart: {
    label: editor.exportChart,
    group: 'chart',
    keys: ['Mod+P'],
    run: () => setSession({ dialog: 'export' }),
  },
  save: {
    label: commandLabel.save,
    group: 'chart',
    keys: ['Mod+S'],
    run: ({ say, session }) => say(saveAnswer[session.saveState]),
  },
} as const satisfies Record<string, Command>

/** Toggles between a side panel and the form. */
function togglePanel(panel: SidePanelName): Command['run'] {
  return ({ session }) =>
    setSession({ sidePanel: session.sidePanel === panel ? 'form' : panel, changeMarks: null })
}

function walking(direction: 'down' | 'up' | 'left' | 'right', key: string): Command {
  return {
    label: commandLabel.walk[direction],
    group: 'look',
    keys: [key],
    run: (situation) => walk(direction, situation),
  }
}

function removeSelected(situation: Situation): void {
  const { steps, flowlines } = situation.session.selection
  const done = removeSaying(situation, (chart) =>
    steps.length > 0 ? removeSteps(chart, steps) : removeFlowlines(chart, flowlines),
  )
  if (done) select({})
}

/** Adds a risk to the selected step, graded if `level` is given. */
export function markRisk(situation: Situation, level?: RiskLevel): void {
  const step = oneSelected(situation)
  if (!step) return
  situation.edit((chart) =>
    addRisk(chart, { step: step.id }, level ? { level: level.id } : {}, situation.newId()),
  )
}
