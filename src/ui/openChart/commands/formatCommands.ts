/** 格式刷: the format of one step, given to others. Kept until the page is left, across charts. */
import type { StepLook } from '../../../model/edits/applyLook.ts'
import { applyLook, lookOf } from '../../../model/edits/applyLook.ts'
import { commandLabel } from '../../../text/screen/commands.ts'
import { selectionText } from '../../../text/screen/selectionText.ts'
import { useSession } from '../session.ts'
import type { Command } from './command.ts'
import { mayEdit, oneSelected } from './stepCommands.ts'

export const formatCommands = {
  copyFormat: {
    label: commandLabel.copyFormat,
    group: 'edit',
    keys: ['Mod+Alt+C'],
    may: (situation) => mayEdit(situation) && oneSelected(situation) !== undefined,
    run: (situation) => {
      const step = oneSelected(situation)
      if (!step) return
      useSession.setState({ copiedLook: lookOf(step) })
      situation.say(selectionText.formatCopied(step.name))
    },
  },
  pasteFormat: {
    label: commandLabel.pasteFormat,
    group: 'edit',
    keys: ['Mod+Alt+V'],
    may: (situation) =>
      mayEdit(situation) &&
      situation.session.copiedLook !== null &&
      situation.session.selection.steps.length > 0,
    run: ({ edit, session, sayDone }) => {
      const look: StepLook | null = session.copiedLook
      const { steps } = session.selection
      if (look && edit((chart) => applyLook(chart, steps, look)))
        sayDone(selectionText.formatPasted(steps.length))
    },
  },
} as const satisfies Record<string, Command>
