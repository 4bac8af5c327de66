/** View state of this person. Never the chart itself, which lives in the shared document. */
import { create } from 'zustand'
import type { StepLook } from '../../model/edits/applyLook.ts'
import type { Chart, EditionName, Flowline, Id, Position, StepKind, View } from '../../model/chart.ts'
import type { NewStep } from '../../model/edits/addStep.ts'
import type { PlacedStep } from '../../model/edits/alignSteps.ts'
import type { WhyOffline, WorkState } from '../../collab/connectionState.ts'
import type { Role } from '../../protocol/roles.ts'
import type { CaseUse } from '../../replay/caseUse.ts'
import type { ChangeMarks } from './changeMarks.ts'

export interface Selection {
  readonly steps: readonly Id[]
  readonly flowlines: readonly Id[]
}

export const nothingSelected: Selection = { steps: [], flowlines: [] }

/** Operations that the canvas offers to the rest of the page. */
export interface CanvasApi {
  readonly fit: () => void
  readonly actualSize: () => void
  /** Puts a step into the middle of the view. */
  readonly show: (step: Id) => void
  /** The same with several. */
  readonly showAll: (steps: readonly Id[]) => void
  /** Moves the view as little as brings these into sight; once they are drawn, if they are not yet. */
  readonly reveal: (steps: readonly Id[]) => void
  /** Where these steps are drawn, in units of the drawing. */
  readonly standing: (steps: readonly Id[]) => readonly PlacedStep[]
  /** Moves the keyboard focus to a step or flowline, which leaves it unselected. */
  readonly focus: (thing: Id) => void
}

/**
 * An open menu on the canvas, with its screen position: commands, or the kinds of the step to add
 * after `from`.
 */
export interface OpenMenu {
  readonly x: number
  readonly y: number
  readonly from?: Id
  /** The step to add, by its kind. */
  readonly make?: (kind: StepKind) => NewStep
  /** Where the pointer was, in units of the drawing, and the post of the lane there (null: 未定岗位). */
  readonly at?: Position
  readonly lane?: Id | null
  /** The side of `from` on which it is to stand. */
  readonly side?: Flowline['side']
}

/** Steps that were copied in this window, and how they stood. */
export interface CopiedSteps {
  readonly part: Chart
  readonly standing: readonly PlacedStep[]
  /** What other programs paste. */
  readonly text: string
  /** Whether the clipboard still has them for sure: the window was not left since. */
  readonly isLatest: boolean
}

/** The dialog open over the editor. */
export type EditorDialog =
  | 'export'
  | 'commandPalette'
  | 'connect'
  | 'help'
  | 'share'
  | 'publication'
  | 'replace'
  | 'riskOverview'
  | 'importRisks'
  | 'person'
  | 'replay'

/** The content of the side panel: the form of the selection, or one of the lists. */
export type SidePanelName = 'form' | 'checks' | 'history' | 'review'

/** `none`: access was revoked. Null: the chart exists only in this browser, so there is no role. */
export type ChartAccess = Role | 'none' | null

export interface Session {
  readonly view: View
  readonly edition: EditionName
  readonly selection: Selection
  /** The step whose name is being edited on the canvas. */
  readonly renaming: Id | null
  /** The flowline whose label is being edited on the canvas. */
  readonly labelling: Id | null
  readonly dialog: EditorDialog | null
  /** Null while no canvas is mounted. */
  readonly canvasApi: CanvasApi | null
  readonly menu: OpenMenu | null
  readonly sidePanel: SidePanelName
  /** Whether the step table is shown beside the canvas. */
  readonly table: boolean
  /** Whether the minimap is unfolded. */
  readonly minimap: boolean
  /** The format that was copied from a step. */
  readonly copiedLook: StepLook | null
  readonly copiedSteps: CopiedSteps | null
  /** Whether Tab adds the next step: from the making of a step, or a click on one, until Esc. */
  readonly drawingOn: boolean
  readonly saveState: WorkState
  /** Why there is no connection; null if connected. */
  readonly whyOffline: WhyOffline | null
  /** Whether the connection is made of plain requests, because something lets no WebSocket through. */
  readonly isDetour: boolean
  /** Whether writing to local storage failed. */
  readonly diskFailed: boolean
  /** The code with which the server finally refused this person's changes. */
  readonly refused: string | null
  /** Whether the server has been reached since the chart was opened. */
  readonly metServer: boolean
  readonly access: ChartAccess
  /** Client id of the person whose view is followed. */
  readonly following: number | null
  /** Id of the current review mark. */
  readonly activeReviewMark: Id | null
  /** Differences of the open comparison, marked on the canvas. */
  readonly changeMarks: ChangeMarks | null
  /** How cases went through the chart, shown on the canvas. */
  readonly caseUse: ShownCaseUse | null
}

/** Of all cases, or of those that began in one month (yyyy-mm). */
export interface ShownCaseUse extends CaseUse {
  readonly month?: string
}

/** The `activeReviewMark` of 评论 as a whole. */
export const commentsPlace = 'comments'

/**
 * The state that opening a chart resets: selection, dialogs, collaborators, connection. The fields
 * left out (view, table, minimap, what was copied) are kept across charts.
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
  isDetour: false,
  diskFailed: false,
  refused: null,
  metServer: false,
  access: null,
  following: null,
  drawingOn: false,
  activeReviewMark: null,
  changeMarks: null,
  caseUse: null,
} as const satisfies Omit<Session, 'view' | 'table' | 'minimap' | 'copiedLook' | 'copiedSteps'>

export const useSession = create<Session>(() => ({
  view: 'flow',
  table: false,
  minimap: true,
  copiedLook: null,
  copiedSteps: null,
  ...initialSession,
}))

/** Merges a change into the session. */
export function setSession(change: Partial<Session>): void {
  useSession.setState(change)
}

/**
 * Replaces the selection (omitted parts become empty); closes the menu and in-place fields, and
 * ends drawing on with Tab.
 */
export function select(selection: Partial<Selection>): void {
  useSession.setState({
    selection: { ...nothingSelected, ...selection },
    renaming: null,
    labelling: null,
    menu: null,
    drawingOn: false,
  })
}

/** Shows the other edition, in which other steps may stand. */
export function showEdition(edition: EditionName): void {
  select({})
  setSession({ edition })
}
