/** Commands that change what is looked at, and where the keyboard is. */
import type { EditionName, View } from '../../../model/chart.ts'
import { whyNoExternal } from '../../../model/editions/externalEdition.ts'
import { goToPost } from './goToPost.ts'
import { commandLabel } from '../../../text/screen/commands.ts'
import { editionName, viewName } from '../../../text/terms.ts'
import { todoText } from '../../../text/screen/todoText.ts'
import { openTodos } from '../../base/todo/todoStore.ts'
import { goToTab } from '../../base/homeTab.ts'
import { navigate } from '../../base/routes.ts'
import { commentsPlace, select, setSession, showEdition } from '../session.ts'
import type { Command } from './command.ts'
import { goToRegion } from './goToRegion.ts'

export const lookCommands = {
  viewFlow: viewCommand('flow', 'Mod+Alt+1'),
  viewLanes: viewCommand('lanes', 'Mod+Alt+2'),
  viewColumns: viewCommand('columns', 'Mod+Alt+3'),
  editionInternal: editionCommand('internal', 'Mod+Alt+4'),
  editionExternal: editionCommand('external', 'Mod+Alt+5'),
  table: {
    label: commandLabel.table,
    group: 'look',
    keys: ['Mod+Alt+6'],
    run: ({ session }) => setSession({ table: !session.table }),
  },
  posts: {
    label: commandLabel.posts,
    group: 'look',
    keys: [],
    run: () => goToPost(0),
  },
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
  goAround: {
    label: commandLabel.goAround,
    group: 'look',
    keys: ['F6'],
    run: () => goToRegion('next'),
  },
  goBackAround: {
    label: commandLabel.goBackAround,
    group: 'look',
    keys: ['Shift+F6'],
    run: () => goToRegion('previous'),
  },
  todo: {
    label: todoText.heading,
    group: 'look',
    keys: ['Shift+F9'],
    run: openTodos,
  },
  comment: {
    label: commandLabel.comment,
    group: 'chart',
    keys: ['Shift+F2'],
    run: () => setSession({ sidePanel: 'review', changeMarks: null, activeReviewMark: commentsPlace }),
  },
  fitSelection: {
    label: commandLabel.fitSelection,
    group: 'look',
    keys: ['Shift+@', 'Shift+2'],
    may: ({ session }) => session.selection.steps.length > 0,
    run: ({ session }) => session.canvasApi?.showAll(session.selection.steps),
  },
  minimap: {
    label: commandLabel.minimap,
    group: 'look',
    keys: ['Mod+Alt+M'],
    run: ({ session }) => setSession({ minimap: !session.minimap }),
  },
  newChart: {
    label: commandLabel.newChart,
    group: 'chart',
    keys: [],
    run: () => navigate({ at: 'home' }),
  },
  catalogue: {
    label: commandLabel.catalogue,
    group: 'chart',
    keys: [],
    run: () => goToTab('catalogue'),
  },
} as const satisfies Record<string, Command>

function viewCommand(view: View, key: string): Command {
  return { label: viewName[view], group: 'look', keys: [key], run: () => setSession({ view }) }
}

function editionCommand(edition: EditionName, key: string): Command {
  return {
    label: editionName[edition],
    group: 'look',
    keys: [key],
    may: ({ doc }) => edition === 'internal' || whyNoExternal(doc.chart()) === undefined,
    run: () => showEdition(edition),
  }
}
