/** What this person is looking at. Never the chart: that lives in the shared document. */
import { create } from 'zustand'
import type { EditionName, Id, View } from '../model/chart.ts'
import type { SaveState } from '../collab/localCharts.ts'

export interface Selection {
  readonly steps: readonly Id[]
  readonly flowlines: readonly Id[]
}

export const nothing: Selection = { steps: [], flowlines: [] }

/** What the canvas can be asked for. */
export interface Stage {
  readonly fit: () => void
  readonly actualSize: () => void
  /** Brings a step into sight. */
  readonly show: (step: Id) => void
}

/** A menu on the canvas, where it is open on the screen: commands, or the kinds of a step that is to follow `from`. */
export interface OpenMenu {
  readonly x: number
  readonly y: number
  readonly from?: Id
}

export interface Session {
  readonly view: View
  readonly edition: EditionName
  readonly selection: Selection
  /** The step whose name is being typed on the canvas. */
  readonly renaming: Id | null
  /** The flowline whose words are being typed on the canvas. */
  readonly labelling: Id | null
  readonly dialog: 'export' | 'palette' | 'help' | null
  /** The canvas, while there is one. */
  readonly stage: Stage | null
  readonly menu: OpenMenu | null
  /** The findings of the rules are listed in place of the form. */
  readonly checking: boolean
  /** The steps as a table, beside the canvas. */
  readonly table: boolean
  readonly saveState: SaveState
}

export const useSession = create<Session>(() => ({
  view: 'flow',
  edition: 'internal',
  selection: nothing,
  renaming: null,
  labelling: null,
  dialog: null,
  stage: null,
  menu: null,
  checking: false,
  table: false,
  saveState: 'saved',
}))

export function look(change: Partial<Session>): void {
  useSession.setState(change)
}

export function select(selection: Partial<Selection>): void {
  useSession.setState({
    selection: { ...nothing, ...selection },
    renaming: null,
    labelling: null,
    menu: null,
  })
}
