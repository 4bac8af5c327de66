/** What is known about the way to the server, and what that means for the work of the person. */
import type { Role } from '../protocol/roles.ts'
import type { SaveState } from './localCharts.ts'

/** `connecting`: the first try. `offline`: it is tried again by itself. `ended`: it is not. */
export type ConnectionStatus = 'connecting' | 'online' | 'offline' | 'ended'

export type WhyOffline =
  /** Nothing answers. */
  | 'no-network'
  /** What answers is no server of ours: the page stands on plain web space. */
  | 'no-server'
  /** The server answers that something is wrong with itself. */
  | 'server-trouble'
  | 'not-signed-in'
  | 'no-right'
  | 'deleted'

/** These would only be answered in the same way again. */
export const finalReasons: readonly WhyOffline[] = ['no-server', 'not-signed-in', 'no-right', 'deleted']

export interface ConnectionState {
  readonly status: ConnectionStatus
  readonly why: WhyOffline | null
  /** Changes made here that the server has not said to be durable. */
  readonly unacknowledged: number
  /** Once all that the server has was heard, it stays true. */
  readonly synced: boolean
  readonly role: Role | null
  /** Why the server will never take what was done here; null where nothing of the kind happened. */
  readonly refused: string | null
}

export const notYetConnected: ConnectionState = {
  status: 'connecting',
  why: null,
  unacknowledged: 1,
  synced: false,
  role: null,
  refused: null,
}

/** 已保存 / 正在保存 / 离线，已存本机 / 尚未保存到任何地方 */
export type WorkState = 'saved' | 'saving' | 'local' | 'nowhere'

type Known = Pick<ConnectionState, 'status' | 'unacknowledged' | 'refused'>

/** Where the work is: the one place that decides what the person is told. */
export function workState(local: SaveState, { status, unacknowledged, refused }: Known): WorkState {
  const isOnline = status === 'online' && refused === null
  if (unacknowledged === 0) return isOnline || local === 'failed' ? 'saved' : localState(local)
  if (isOnline) return 'saving'
  if (local === 'failed') return status === 'connecting' ? 'saving' : 'nowhere'
  return status === 'connecting' ? 'saving' : localState(local)
}

function localState(local: SaveState): WorkState {
  return local === 'saving' ? 'saving' : 'local'
}

/** True while leaving the page would lose work: it is neither on this disk nor with the server. */
export function wouldBeLost(local: SaveState, { unacknowledged }: Pick<Known, 'unacknowledged'>): boolean {
  return local === 'failed' && unacknowledged > 0
}
