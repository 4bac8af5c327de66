/** State of the connection, and what it means for the person's work. */
import type { Role } from '../protocol/roles.ts'
import type { SaveState } from './localCharts.ts'

/** `connecting`: the first try. `offline`: it is tried again by itself. `ended`: it is not. */
export type ConnectionStatus = 'connecting' | 'online' | 'offline' | 'ended'

export type WhyOffline =
  /** No answer. */
  | 'no-network'
  /** The answer does not come from our server: the page is on static hosting. */
  | 'no-server'
  /** The server answers, but what stands in front of it lets no connection, or no request of this page, through. */
  | 'proxy'
  /** The server reports an internal error. */
  | 'server-trouble'
  | 'not-signed-in'
  | 'no-right'
  | 'deleted'

/** Reasons that would not change on another attempt. */
export const finalReasons: readonly WhyOffline[] = ['no-server', 'not-signed-in', 'no-right', 'deleted']

export interface ConnectionState {
  readonly status: ConnectionStatus
  readonly why: WhyOffline | null
  /** Changes made here that the server has not said to be durable. */
  readonly unacknowledged: number
  /** True after the first complete synchronisation; stays true. */
  readonly synced: boolean
  readonly role: Role | null
  /** Code of a permanent refusal; null if there was none. */
  readonly refused: string | null
  /** Over plain requests, because something lets no WebSocket through. */
  readonly isDetour: boolean
}

export const notYetConnected: ConnectionState = {
  status: 'connecting',
  why: null,
  unacknowledged: 1,
  synced: false,
  role: null,
  refused: null,
  isDetour: false,
}

/** 已保存 / 正在保存 / 离线，已存本机 / 尚未保存到任何地方 */
export type WorkState = 'saved' | 'saving' | 'local' | 'nowhere'

type Known = Pick<ConnectionState, 'status' | 'unacknowledged' | 'refused'>

/**
 * Where the person's work is kept, from the state of the local copy and of the connection. The
 * only place that decides which of the four words is shown.
 */
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

/** True while leaving the page would lose work, because neither this disk nor the server has it. */
export function wouldBeLost(local: SaveState, { unacknowledged }: Pick<Known, 'unacknowledged'>): boolean {
  return local === 'failed' && unacknowledged > 0
}
