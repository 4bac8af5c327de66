/** Tickets for a connection: a WebSocket can carry no header, and a token must not stand in an address. */
import type { Caller } from './access.ts'
import { newToken } from './secrets.ts'

export type KnownCaller = Exclude<Caller, { kind: 'nobody' }>

export interface Tickets {
  readonly issue: (caller: KnownCaller, chart: string) => string
  /** Once; undefined where the ticket is unknown, used, old, or for another chart. */
  readonly take: (ticket: string, chart: string) => KnownCaller | undefined
}

/** `life` in ms. */
export function openTickets(now: () => number, life: number): Tickets {
  const open = new Map<
    string,
    { readonly caller: KnownCaller; readonly chart: string; readonly until: number }
  >()
  const sweep = () => {
    for (const [ticket, { until }] of open) {
      // The map keeps the order of issue, so the first that is still good ends the search.
      if (until > now()) return
      open.delete(ticket)
    }
  }
  return {
    issue: (caller, chart) => {
      sweep()
      const ticket = newToken()
      open.set(ticket, { caller, chart, until: now() + life })
      return ticket
    },
    take: (ticket, chart) => {
      const found = open.get(ticket)
      open.delete(ticket)
      return found && found.until > now() && found.chart === chart ? found.caller : undefined
    },
  }
}
