/** What this person is looking at. Never the chart: that lives in the shared document. */
import { create } from 'zustand'
import type { EditionName, Id, View } from '../../model/chart.ts'
import type { WhyOffline, WorkState } from '../../collab/connectionState.ts'
import type { Role } from '../../protocol/roles.ts'
import type { ChangeMarks } from './changeMarks.ts'

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

/** A dialog over the editor. */
export type EditorDialog =
  | 'export'
  | 'commandPalette'
  | 'help'
  | 'share'
  | 'publication'
  | 'riskOverview'
  | 'importRisks'

/** What stands beside the canvas: the form of what is selected, or one of the lists. */
export type SidePanelName = 'form' | 'checks' | 'history' | 'review'

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
  readonly dialog: EditorDialog | null
  /** The canvas, while there is one. */
  readonly canvasApi: CanvasApi | null
  readonly menu: OpenMenu | null
  readonly sidePanel: SidePanelName
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
  /** The review mark that the person is at. */
  readonly activeReviewMark: Id | null
  /** What differs in the comparison that is open, to be marked on the canvas. */
  readonly changeMarks: ChangeMarks | null
}

/**
 * Set when a chart is opened: nothing selected or open, nobody else here, nothing known of a
 * server. What is missing here (the view, the table) is the person's habit and is kept.
 */
export const initialSession = {
  edition: 'internal',
  selection: nothingSelected,
  renaming: null,
  labelling: null,
  dialog: null,
  canvasApi: null,
  menu: null,
  sidePanel: 'form',
  saveState: 'saved',
  whyOffline: null,
  diskFailed: false,
  refused: null,
  metServer: false,
  access: null,
  following: null,
  activeReviewMark: null,
  changeMarks: null,
} as const satisfies Omit<Session, 'view' | 'table'>

export const useSession = create<Session>(() => ({ view: 'flow', table: false, ...initialSession }))

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
