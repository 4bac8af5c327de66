/** 单位设置 over HTTP; throws a ServerError, whose message is a sentence for people. */
import { createContext, use } from 'react'
import type { Id } from '../../model/chart.ts'
import type { Unit, UnitField } from '../../model/unit/unit.ts'
import type { ApiError } from '../../protocol/api.ts'
import { serverTrouble } from '../../text/history.ts'
import { ServerError } from '../server/chartServer.ts'

/** Only what is to be changed; null takes a field away. The emblem is a PNG in base64. */
export type UnitChanges = { readonly [F in UnitField]?: Unit[F] | null } & {
  readonly emblem?: string | null
}

export interface UnitServer {
  readonly read: () => Promise<Unit>
  readonly change: (changes: UnitChanges) => Promise<Unit>
  /** The PNG. */
  readonly emblem: () => Promise<Uint8Array>
  /** 文号 that a notice of this chart would get. */
  readonly nextNotice: (chart: Id, year: number) => Promise<string>
}

export function openUnitServer(request: typeof fetch): UnitServer {
  const json = async <T>(path: string, init?: RequestInit) =>
    (await (await asked(request, path, 'application/json', init)).json()) as T
  return {
    read: async () => json('/api/unit'),
    change: async (changes) =>
      json('/api/unit', {
        method: 'PATCH',
        body: JSON.stringify(changes),
        headers: { 'Content-Type': 'application/json' },
      }),
    emblem: async () =>
      new Uint8Array(await (await asked(request, '/api/unit/emblem', 'image/png')).arrayBuffer()),
    nextNotice: async (chart, year) =>
      (await json<{ number: string }>(`/api/charts/${encodeURIComponent(chart)}/nextNotice?year=${year}`))
        .number,
  }
}

async function asked(
  request: typeof fetch,
  path: string,
  type: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await request(path, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new ServerError('unreachable', serverTrouble.unreachable)
  })
  const answered = response.headers.get('Content-Type') ?? ''
  if (response.ok && answered.startsWith(type)) return response
  if (response.ok || !answered.startsWith('application/json'))
    throw new ServerError('no-server', serverTrouble.noServer)
  const { error } = (await response.json()) as ApiError
  throw new ServerError(error.code, error.message)
}

/** The server that this page came from. */
export const unitServer: UnitServer = openUnitServer(async (input, init) => fetch(input, init))

const UnitServerContext = createContext<UnitServer>(unitServer)

export function useUnitServer(): UnitServer {
  return use(UnitServerContext)
}
