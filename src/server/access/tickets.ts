/**
 * Single-use tickets for WebSocket connections: browsers send no header there, and a token
 * must not appear in an address.
 */
import type { Caller } from './access.ts'
import { newToken } from './secrets.ts'

export type KnownCaller = Exclude<Caller, { kind: 'nobody' }>

export interface Tickets {
  readonly issue: (caller: KnownCaller, chart: string) => string
  /** Redeems a ticket. Undefined if it is unknown, used, expired, or for another chart. */
  readonly take: (ticket: string, chart: string) => KnownCaller | undefined
}

/** `elapsed`: ms of a clock that is never set; `life`: validity in ms. */
export function openTickets(elapsed: () => number, life: number): Tickets {
  const open = new Map<
    string,
    { readonly caller: KnownCaller; readonly chart: string; readonly until: number }
  >()
  const sweep = () => {
    for (const [ticket, { until }] of open) {
      // A Map iterates in order of insertion, so all later tickets are still valid.
      if (until > elapsed()) return
      open.delete(ticket)
    }
  }
  return {
    issue: (caller, chart) => {
      sweep()
      const ticket = newToken()
      open.set(ticket, { caller, chart, until: elapsed() + life })
      return ticket
    },
    take: (ticket, chart) => {
      const found = open.get(ticket)
      open.delete(ticket)
      return found && found.until > elapsed() && found.chart === chart ? found.caller : undefined
    },
  }
}
