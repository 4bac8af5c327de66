/** What a connection is handed by the front door: document, ticket, socket, time and chance. */
import type * as Y from 'yjs'
import type { Role } from '../protocol/roles.ts'
import type { WhyOffline } from './connectionState.ts'

export type TicketAnswer =
  | { readonly ok: true; readonly ticket: string; readonly role: Role }
  | { readonly ok: false; readonly why: WhyOffline }

/** `polling`: by plain requests, where a proxy lets no WebSocket through. */
export type ConnectionWay = 'websocket' | 'polling'

/** What is used of a WebSocket. */
export interface FrameSocket {
  binaryType: BinaryType
  readonly readyState: number
  readonly send: (frame: Uint8Array<ArrayBuffer>) => void
  readonly close: () => void
  readonly addEventListener: {
    (type: 'open' | 'error', listener: () => void): void
    (type: 'message', listener: (event: MessageEvent<ArrayBuffer>) => void): void
    (type: 'close', listener: (event: { readonly code: number }) => void): void
  }
}

export interface ConnectionParts {
  readonly doc: Y.Doc
  /** Asks for a ticket. Rejects if there is no answer. */
  readonly ticket: () => Promise<TicketAnswer>
  readonly socket: (ticket: string, how: ConnectionWay) => FrameSocket
  /** ms, of any origin. */
  readonly now: () => number
  /** Calls `call` once after `ms`; returns a function that cancels it. */
  readonly after: (ms: number, call: () => void) => () => void
  /** From 0 up to 1. */
  readonly random: () => number
}
