/** What this person is looking at. Never the chart: that lives in the shared document. */
import { create } from 'zustand'
import type { EditionName, Id, View } from '../model/chart.ts'
import type { SaveState } from '../collab/localCharts.ts'

export interface Selection {
  readonly steps: readonly Id[]
  readonly flowlines: readonly Id[]
}

export const nothing: Selection = { steps: [], flowlines: [] }

export interface Session {
  readonly view: View
  readonly edition: EditionName
  readonly selection: Selection
  /** The step whose name is being typed on the canvas. */
  readonly renaming: Id | null
  readonly dialog: 'export' | 'import' | null
  readonly saveState: SaveState
}

export const useSession = create<Session>(() => ({
  view: 'flow',
  edition: 'internal',
  selection: nothing,
  renaming: null,
  dialog: null,
  saveState: 'saved',
}))

export function look(change: Partial<Session>): void {
  useSession.setState(change)
}

export function select(selection: Partial<Selection>): void {
  useSession.setState({ selection: { ...nothing, ...selection }, renaming: null })
}
