/** What this person is looking at. Never the chart: that lives in the shared document. */
import { create } from 'zustand'
import type { EditionName, Id, View } from '../../model/chart.ts'
import type { WhyOffline, WorkState } from '../../collab/connectionState.ts'
import type { Role } from '../../protocol/roles.ts'
import type { ChangeMarks } from '../history/changeMarksOf.ts'

export interface Selection {
  readonly steps: readonly Id[]
  readonly flowlines: readonly Id[]
}

export const nothingSelected: Selection = { steps: [], flowlines: [] }

/** What the canvas can be asked for. */
export interface CanvasApi {
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

/** `none`: a right that one had is gone. Null: the chart is this browser's own, nobody has a say in it. */
export type ChartAccess = Role | 'none' | null

export interface Session {
  readonly view: View
  readonly edition: EditionName
  readonly selection: Selection
  /** The step whose name is being typed on the canvas. */
  readonly renaming: Id | null
  /** The flowline whose words are being typed on the canvas. */
  readonly labelling: Id | null
  readonly dialog: 'export' | 'palette' | 'help' | 'share' | 'posting' | 'glance' | 'seed' | null
  /** The canvas, while there is one. */
  readonly stage: CanvasApi | null
  readonly menu: OpenMenu | null
  /** The findings of the rules are listed in place of the form. */
  readonly checking: boolean
  /** The steps as a table, beside the canvas. */
  readonly table: boolean
  readonly saveState: WorkState
  /** Why there is no connection, where there is none. */
  readonly whyOffline: WhyOffline | null
  /** The disk refuses what is written. */
  readonly diskFailed: boolean
  /** The code with which the server refused this person's work for good. */
  readonly refused: string | null
  /** The server has been reached since the chart was opened. */
  readonly metServer: boolean
  readonly access: ChartAccess
  /** The one whose view the canvas follows, by client id. */
  readonly following: number | null
  /** Revisions and journal stand in place of the form. */
  readonly history: boolean
  /** The review stands in place of the form. */
  readonly review: boolean
  /** The review mark that the person is at. */
  readonly mark: Id | null
  /** What differs in the comparison that is open, to be marked on the canvas. */
  readonly marks: ChangeMarks | null
}

/** A chart as it is opened: nobody else, and nothing known of a server. */
export const initialSession = {
  saveState: 'saved',
  whyOffline: null,
  diskFailed: false,
  refused: null,
  metServer: false,
  access: null,
  following: null,
  history: false,
  review: false,
  mark: null,
  marks: null,
} as const satisfies Partial<Session>

export const useSession = create<Session>(() => ({
  view: 'flow',
  edition: 'internal',
  selection: nothingSelected,
  renaming: null,
  labelling: null,
  dialog: null,
  stage: null,
  menu: null,
  checking: false,
  table: false,
  ...initialSession,
}))

export function setSession(change: Partial<Session>): void {
  useSession.setState(change)
}

export function select(selection: Partial<Selection>): void {
  useSession.setState({
    selection: { ...nothingSelected, ...selection },
    renaming: null,
    labelling: null,
    menu: null,
  })
}
