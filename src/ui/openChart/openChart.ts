/**
 * A chart is opened from this browser first and so is there at once, also without a network;
 * the connection follows. A chart that only the server has is opened from there, and kept here.
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
import type { Role } from '../../protocol/roles.ts'
import type { AppServices } from '../base/appServices.ts'
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
  void local.then((opened) => {
    if (!kept.left) leave = connect({ services, id, doc: chart, kept, onProgress }, opened)
  })
  return () => {
    kept.left = true
    // Fields write down what is in them while the page is taken apart: that still goes out.
    void local.then(async ({ close }) => {
      leave?.()
      await close()
      chart.close()
      doc.destroy()
    })
  }
}

interface Kept {
  local: SaveState
  /** What the server last said one may do. */
  role: Role | undefined
  changed?: () => void
  /** The person is elsewhere; what the page shows is no longer about this chart. */
  left: boolean
}

interface Opened {
  readonly services: AppServices
  readonly id: Id
  readonly doc: ChartDoc
  readonly kept: Kept
  readonly onProgress: (opening: Opening) => void
}

function connect(opened: Opened, local: OpenLocalChart): () => void {
  const { services, id, doc, kept, onProgress } = opened
  const { found } = local
  kept.role = local.role
  const connection = openConnection({
    doc: doc.doc,
    ticket: async () =>
      admission(services.server, id, found && !kept.role ? (services.person.read() ?? nobody) : undefined),
    socket: (ticket) => services.socket(id, ticket),
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
  let shown = found
  const changed = () => {
    const { role, synced, status, why } = connection.state()
    // Of a chart that could not be had, nothing is kept.
    if (found || synced) noteRole(kept, role, local)
    showState(kept, connection)
    if (shown || kept.left) return
    shown = synced
    if (synced) onProgress({ state: 'open', chart: open })
    else if (status !== 'connecting' && status !== 'online')
      onProgress({ state: 'missing', why: why ?? 'no-network' })
  }
  kept.changed = () => showState(kept, connection)
  connection.onChange(changed)
  if (found) onProgress({ state: 'open', chart: open })
  changed()
  const stopListening = listenToBrowser(kept, connection)
  return () => {
    delete kept.changed
    stopListening()
    collaborators.close()
    connection.close()
  }
}

/** A chart of one's own is safe before one has said who one is: 未署名. */
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
    metServer: metServer || state.status === 'online',
    access: accessOf(state.role, kept.role, state.why),
  })
}

/** Without a connection, what was said last holds; an owner's copy stays theirs whatever becomes of the server. */
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
    if (!wouldBeLost(kept.local, connection.state())) return
    event.preventDefault()
    // Before Chromium 119 this, not the line above, makes it ask.
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
