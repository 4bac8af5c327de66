/**
 * Opens a chart from this browser's storage first, also offline, then connects. A chart that only
 * the server has is loaded from there and stored here.
 */
import * as Y from 'yjs'
import type { Connection } from '../../collab/connection.ts'
import { openConnection } from '../../collab/connection.ts'
import type { WhyOffline } from '../../collab/connectionState.ts'
import { workState, wouldBeLost } from '../../collab/connectionState.ts'
import type { OpenLocalChart, SaveState } from '../../collab/localCharts.ts'
import type { Collaborators } from '../../collab/collaborators.ts'
import { openCollaborators } from '../../collab/collaborators.ts'
import { admission } from '../../collab/serverCalls.ts'
import type { ChartDoc } from '../../doc/chartDoc.ts'
import { openChartDoc } from '../../doc/chartDoc.ts'
import type { Id } from '../../model/chart.ts'
import type { CopyPolicy } from '../../protocol/linkScopes.ts'
import type { Role } from '../../protocol/roles.ts'
import type { AppServices } from '../base/appServices.ts'
import { hasOpenDraft } from '../base/openDrafts.ts'
import type { ChartAccess } from './session.ts'
import { setSession, useSession } from './session.ts'
import { summaryOf } from './summaryOf.ts'

export interface OpenChart {
  readonly id: Id
  readonly doc: ChartDoc
  readonly connection: Connection
  readonly collaborators: Collaborators
}

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly chart: OpenChart }
  | { readonly state: 'missing'; readonly why: WhyOffline }
  /** Access was revoked. `unsaved`: there are own changes that the server never received. */
  | { readonly state: 'ended'; readonly copies: CopyPolicy; readonly unsaved: number }

/** Opens a chart, reports progress through `onProgress`, returns a close function. */
export function openChart(services: AppServices, id: Id, onProgress: (opening: Opening) => void): () => void {
  const doc = new Y.Doc()
  const chart = openChartDoc(doc)
  const kept: Kept = { local: 'saved', role: undefined, left: false }
  let leave: (() => void) | undefined
  const local = services.charts.open(id, doc, {
    summary: () => ({
      ...summaryOf(id, chart.chart(), services.now()),
      ...(kept.role ? { role: kept.role } : {}),
    }),
    onState: (state) => {
      kept.local = state
      kept.changed?.()
    },
  })
  let leaving: Promise<void> | undefined
  const leaveChart = async () => {
    kept.left = true
    leaving ??= local.then(async ({ close }) => {
      leave?.()
      await close()
      chart.close()
      doc.destroy()
    })
    return leaving
  }
  const onEnded = async (copies: CopyPolicy, unsaved: number) => {
    // Clear the page first, then the disk, so that nothing writes the chart again.
    onProgress({ state: 'ended', copies, unsaved })
    await leaveChart()
    await (copies === 'remove' ? services.charts.remove(id) : services.charts.lock(id))
  }
  void local.then((opened) => {
    if (!kept.left) leave = connect({ services, id, doc: chart, kept, onProgress, onEnded }, opened)
  })
  // Fields commit their drafts on unmount; those changes are still sent.
  return () => void leaveChart()
}

interface Kept {
  local: SaveState
  /** The role that the server last reported. */
  role: Role | undefined
  changed?: () => void
  /** Closed: the person has left this chart, so no progress may be reported. */
  left: boolean
}

interface Opened {
  readonly services: AppServices
  readonly id: Id
  readonly doc: ChartDoc
  readonly kept: Kept
  readonly onProgress: (opening: Opening) => void
  readonly onEnded: (copies: CopyPolicy, unsaved: number) => Promise<void>
}

function connect(opened: Opened, local: OpenLocalChart): () => void {
  const { services, id, doc, kept, onProgress } = opened
  const { found } = local
  const mayShow = found && !local.locked
  kept.role = local.role
  const connection = openConnection({
    doc: doc.doc,
    ticket: async () =>
      admission(services.server, id, found && !kept.role ? (services.person.read() ?? nobody) : undefined),
    socket: (ticket, way) => services.socket(id, ticket, way),
    now: services.elapsed,
    after: services.after,
    random: services.random,
  })
  const { view, edition } = useSession.getState()
  const collaborators = openCollaborators(
    connection.awareness,
    { selection: [], view, edition },
    services.after,
  )
  const open: OpenChart = { id, doc, connection, collaborators }
  const show = () => {
    arrangeAhead(services, doc)
    onProgress({ state: 'open', chart: open })
  }
  let shown = mayShow
  const whenEnded = endWatcher(opened)
  const changed = () => {
    const { role, synced, status, why } = connection.state()
    // Nothing is stored of a chart that could not be loaded.
    if (found || synced) noteRole(kept, role, local)
    showState(kept, connection)
    if ((found || synced) && why === 'no-right') whenEnded(connection)
    if (shown || kept.left) return
    shown = synced
    if (synced) show()
    else if (status !== 'connecting' && status !== 'online')
      onProgress({ state: 'missing', why: why ?? 'no-network' })
  }
  kept.changed = () => showState(kept, connection)
  connection.onChange(changed)
  if (mayShow) show()
  changed()
  const stopListening = listenToBrowser(kept, connection)
  return () => {
    delete kept.changed
    stopListening()
    collaborators.close()
    connection.close()
  }
}

/** The layout begins while the page around the chart is drawn; the canvas asks for the same and waits. */
function arrangeAhead({ arranger }: AppServices, doc: ChartDoc): void {
  const { view, edition } = useSession.getState()
  if (edition === 'internal') arranger.arrange({ chart: doc.chart(), view, edition }).catch(() => undefined)
}

/**
 * Asks the server whether access was revoked or merely unknown (restored backup, lost session).
 * The copy in this browser is deleted only if it was revoked.
 */
function endWatcher({ services, id, kept, onEnded }: Opened): (connection: Connection) => void {
  let isAsking = false
  return (connection) => {
    if (isAsking || kept.left) return
    isAsking = true
    const { unacknowledged, synced } = connection.state()
    void services.server.standing(id).then((answer) => {
      isAsking = false
      if (kept.left || !answer.ok || answer.body.state !== 'ended') return
      // Before the first sync, assume one unacknowledged change.
      void onEnded(answer.body.copies, synced ? unacknowledged : 0)
    })
  }
}

/** A chart of one's own is saved before a name is entered, as 未署名. */
const nobody = { name: '', post: '' } as const

function noteRole(kept: Kept, role: Role | null, local: OpenLocalChart): void {
  if (role === null || role === kept.role) return
  kept.role = role
  local.note()
}

function showState(kept: Kept, connection: Connection): void {
  if (kept.left) return
  const state = connection.state()
  const { metServer } = useSession.getState()
  setSession({
    saveState: workState(kept.local, state),
    whyOffline: state.status === 'online' ? null : state.why,
    diskFailed: kept.local === 'failed',
    refused: state.refused,
    isDetour: state.isDetour && state.status === 'online',
    metServer: metServer || state.status === 'online',
    access: accessOf(state.role, kept.role, state.why),
  })
}

/** Offline, the last reported role holds. */
function accessOf(now: Role | null, last: Role | undefined, why: WhyOffline | null): ChartAccess {
  if (now) return now
  if (why === 'no-right' && last !== undefined && last !== 'owner') return 'none'
  return last ?? null
}

function listenToBrowser(kept: Kept, connection: Connection): () => void {
  const woken = () => {
    if (document.visibilityState === 'visible') connection.wake()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    if (!wouldBeLost(kept.local, connection.state()) && !hasOpenDraft()) return
    event.preventDefault()
    // Chromium before 119 needs this to show the prompt.
    Object.assign(event, { returnValue: 'unsaved' })
  }
  const lost = () => connection.networkLost()
  addEventListener('online', woken)
  addEventListener('offline', lost)
  document.addEventListener('visibilitychange', woken)
  addEventListener('beforeunload', leaving)
  return () => {
    removeEventListener('online', woken)
    removeEventListener('offline', lost)
    document.removeEventListener('visibilitychange', woken)
    removeEventListener('beforeunload', leaving)
  }
}
