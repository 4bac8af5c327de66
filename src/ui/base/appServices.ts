import { createContext, use } from 'react'
import type { LocalCharts } from '../../collab/localCharts.ts'
import type { ServerCalls } from '../../collab/serverCalls.ts'
import type { Id } from '../../model/chart.ts'
import type { Person } from '../../protocol/api.ts'
import type { ApiClient } from './api/apiClient.ts'
import type { Arranger } from './arranger.ts'

/** What the front door built. */
export interface AppServices {
  readonly charts: LocalCharts
  readonly arranger: Arranger
  readonly newId: () => Id
  /** ms since 1970 */
  readonly now: () => number
  /** ms of a clock that is never set: for waits and silence. */
  readonly elapsed: () => number
  /** Calls once after so many ms; answers how to call it off. */
  readonly after: (ms: number, call: () => void) => () => void
  /** From 0 up to 1. */
  readonly random: () => number
  /** The server's HTTP API, for whoever the browser's cookie says this is. */
  readonly api: ApiClient
  /** Who this is, and letting a connection in. */
  readonly server: ServerCalls
  /** The connection of a chart; `ticket` lets it in. */
  readonly socket: (chart: Id, ticket: string) => WebSocket
  /** Who this browser's person said to be. */
  readonly person: LocalPerson
}

export interface LocalPerson {
  /** Undefined where nobody has said anything yet. */
  readonly read: () => Person | undefined
  readonly keep: (person: Person) => void
}

export const AppServicesContext = createContext<AppServices | null>(null)

export function useAppServices(): AppServices {
  const services = use(AppServicesContext)
  if (!services) throw new Error('outside of the app')
  return services
}

export function useApi(): ApiClient {
  return useAppServices().api
}
