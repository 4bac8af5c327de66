import type { ChartDoc } from '../../../doc/chartDoc.ts'
import type { Id } from '../../../model/chart.ts'
import type { DoEdit } from '../chartContext.ts'
import type { Session } from '../session.ts'

/** What a command acts on, as it is at the moment of asking. */
export interface Situation {
  readonly doc: ChartDoc
  readonly session: Session
  readonly edit: DoEdit
  readonly newId: () => Id
  /** Tells the person something that needs no answer. */
  readonly say: (words: string) => void
  /** Takes back, or does again; asks first where others' work would go with it. */
  readonly takeBack: (side: 'undo' | 'redo') => void
}

/** Where the help sheet and the palette show it. */
export type CommandGroup = 'steps' | 'edit' | 'look' | 'chart'

export interface Command {
  readonly label: string
  readonly group: CommandGroup
  /** `Mod` is Ctrl, or ⌘ on a Mac. The first one is shown. */
  readonly keys: readonly string[]
  /** Left out, always. The button is grey and the key silent where it may not. */
  readonly may?: (situation: Situation) => boolean
  readonly run: (situation: Situation) => void
}
