import type { ChartDoc } from '../../../doc/chartDoc.ts'
import type { Id } from '../../../model/chart.ts'
import type { DoEdit } from '../chartContext.ts'
import type { Session } from '../session.ts'

/** What a command acts on, read when it is run or checked. */
export interface Situation {
  readonly doc: ChartDoc
  readonly session: Session
  readonly edit: DoEdit
  readonly newId: () => Id
  /** Shows a toast. */
  readonly say: (words: string) => void
  /** Says what an edit did to the procedure, and offers to take it back. */
  readonly sayDone: (words: string) => void
  /** Undo and redo; asks first if others' changes would be lost. */
  readonly takeBack: (side: 'undo' | 'redo') => void
}

/** The group in the help sheet and the palette. */
export type CommandGroup = 'steps' | 'edit' | 'look' | 'chart'

export interface Command {
  readonly label: string
  readonly group: CommandGroup
  /** `Mod` is Ctrl, or ⌘ on a Mac. The first one is displayed. */
  readonly keys: readonly string[]
  /** Quick clicks on its button are meant one by one. */
  readonly repeats?: true
  /**
   * Whether the command may run; default always. Otherwise its button is disabled and its key does
   * nothing.
   */
  readonly may?: (situation: Situation) => boolean
  readonly run: (situation: Situation) => void
}
