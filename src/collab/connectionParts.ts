/** What a connection is handed by the front door: document, ticket, socket, time and chance. */
import type * as Y from 'yjs'
import type { Role } from '../protocol/roles.ts'
import type { WhyOffline } from './connectionState.ts'

export type TicketAnswer =
  | { readonly ok: true; readonly ticket: string; readonly role: Role }
  | { readonly ok: false; readonly why: WhyOffline }

export interface ConnectionParts {
  readonly doc: Y.Doc
  /** Rejecting means that nothing answered. */
  readonly ticket: () => Promise<TicketAnswer>
  readonly socket: (ticket: string) => WebSocket
  /** ms, of any origin. */
  readonly now: () => number
  /** Calls once after so many ms; answers how to call it off. */
  readonly after: (ms: number, call: () => void) => () => void
  /** From 0 up to 1. */
  readonly random: () => number
}
