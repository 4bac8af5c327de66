import type { ConnectionWay, FrameSocket } from '../../collab/connectionParts.ts'
import { createContext, use } from 'react'
import type { LocalCharts } from '../../collab/localCharts.ts'
import type { ServerCalls } from '../../collab/serverCalls.ts'
import type { Id } from '../../model/chart.ts'
import type { Person } from '../../protocol/api.ts'
import type { ApiClient } from './api/apiClient.ts'
import type { Arranger } from './arranger.ts'

/** The services that main.tsx creates and passes to the page. */
export interface AppServices {
  readonly charts: LocalCharts
  readonly arranger: Arranger
  readonly newId: () => Id
  /** ms since 1970 */
  readonly now: () => number
  /** ms of a monotonic clock, for timeouts and intervals. */
  readonly elapsed: () => number
  /** Calls once after the given ms; returns a function that cancels it. */
  readonly after: (ms: number, call: () => void) => () => void
  /** At least 0, less than 1. */
  readonly random: () => number
  /** The server's HTTP API, for the person of the browser's cookie. */
  readonly api: ApiClient
  /** Identity, links and sessions. */
  readonly server: ServerCalls
  /** The connection of a chart; `ticket` authorises it. */
  readonly socket: (chart: Id, ticket: string, way: ConnectionWay) => FrameSocket
  /** The name that was entered in this browser. */
  readonly person: LocalPerson
}

export interface LocalPerson {
  /** Undefined until a name is entered. */
  readonly read: () => Person | undefined
  readonly keep: (person: Person) => void
}

export const AppServicesContext = createContext<AppServices | null>(null)

/** The services from context. Throws outside the provider. */
export function useAppServices(): AppServices {
  const services = use(AppServicesContext)
  if (!services) throw new Error('outside of the app')
  return services
}

/** The client of the server's HTTP API. */
export function useApi(): ApiClient {
  return useAppServices().api
}
