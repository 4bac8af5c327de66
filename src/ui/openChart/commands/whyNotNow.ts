import { notNowText } from '../../../text/screen/notNowText.ts'
import { readOnlyText } from '../../../text/screen/together.ts'
import { mayWrite } from '../mayWrite.ts'
import type { Command, Situation } from './command.ts'

/**
 * Why a key of the chart's steps does nothing now, as a sentence; undefined where nothing need be
 * said: of other commands, and of Delete, Tab and Enter where nothing is selected.
 */
export function whyNotNow(command: Command, chord: string, { session }: Situation): string | undefined {
  if (command.group !== 'steps') return undefined
  const { steps, flowlines } = session.selection
  const isChord = /^(?:Mod|Alt|F\d)/.test(chord)
  if (steps.length + flowlines.length === 0 && !isChord) return undefined
  if (chord === 'Tab' || chord === 'Enter') return undefined
  if (!mayWrite(session.access)) return readOnlyText.refused
  if (session.edition === 'external') return notNowText.external
  return steps.length === 1 ? undefined : notNowText.oneStep
}
