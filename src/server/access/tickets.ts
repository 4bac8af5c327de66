/**
 * Single-use tickets for WebSocket connections: browsers send no header there, and a token
 * must not appear in an address.
 */
import type { Caller } from './access.ts'
import { newToken } from './secrets.ts'

export type KnownCaller = Exclude<Caller, { kind: 'nobody' }>

export interface Tickets {
  /** `origin`: of the page that asks; undefined for programs. */
  readonly issue: (caller: KnownCaller, chart: string, origin?: string) => string
  /** Of the page that asked for the ticket. */
  readonly originOf: (ticket: string) => string | undefined
  /** Redeems a ticket. Undefined if it is unknown, used, expired, or for another chart. */
  readonly take: (ticket: string, chart: string) => KnownCaller | undefined
}

/** `elapsed`: ms of a clock that is never set; `life`: validity in ms. */
export function openTickets(elapsed: () => number, life: number): Tickets {
  const open = new Map<
    string,
    {
      readonly caller: KnownCaller
      readonly chart: string
      readonly until: number
      readonly origin: string | undefined
    }
  >()
  const sweep = () => {
    for (const [ticket, { until }] of open) {
      // A Map iterates in order of insertion, so all later tickets are still valid.
      if (until > elapsed()) return
      open.delete(ticket)
    }
  }
  return {
    originOf: (ticket) => open.get(ticket)?.origin,
    issue: (caller, chart, origin) => {
      sweep()
      const ticket = newToken()
      open.set(ticket, { caller, chart, origin, until: elapsed() + life })
      return ticket
    },
    take: (ticket, chart) => {
      const found = open.get(ticket)
      open.delete(ticket)
      return found && found.until > elapsed() && found.chart === chart ? found.caller : undefined
    },
  }
}
