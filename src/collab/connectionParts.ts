/** What a connection is handed by the front door: document, ticket, socket, time and chance. */
import type * as Y from 'yjs'
import type { Role } from '../protocol/roles.ts'
import type { WhyOffline } from './connectionState.ts'

export type TicketAnswer =
  | { readonly ok: true; readonly ticket: string; readonly role: Role }
  | { readonly ok: false; readonly why: WhyOffline }

export interface ConnectionParts {
  readonly doc: Y.Doc
  /** Asks for a ticket. Rejects if there is no answer. */
  readonly ticket: () => Promise<TicketAnswer>
  readonly socket: (ticket: string) => WebSocket
  /** ms, of any origin. */
  readonly now: () => number
  /** Calls `call` once after `ms`; returns a function that cancels it. */
  readonly after: (ms: number, call: () => void) => () => void
  /** From 0 up to 1. */
  readonly random: () => number
}
