/** 单位设置 over HTTP. Throws a ServerError whose message can be shown to people. */
import type { Id } from '../../../model/chart.ts'
import type { Unit, UnitField } from '../../../model/unit/unit.ts'
import { apiPath, type HttpClient } from './httpClient.ts'

/** Only the changed fields; null deletes a field. The emblem is a PNG in base64. */
export type UnitChanges = { readonly [F in UnitField]?: Unit[F] | null } & {
  readonly emblem?: string | null
}

export interface UnitApi {
  readonly read: () => Promise<Unit>
  readonly change: (changes: UnitChanges) => Promise<Unit>
  /** Returns the PNG. */
  readonly emblem: () => Promise<Uint8Array>
  /** The 文号 that the next notice of this chart would get. */
  readonly nextNotice: (chart: Id, year: number) => Promise<string>
}

export function openUnitApi({ json, bytes }: HttpClient): UnitApi {
  return {
    read: async () => json('GET', '/api/unit'),
    change: async (changes) => json('PATCH', '/api/unit', changes),
    emblem: async () => bytes('/api/unit/emblem', 'image/png'),
    nextNotice: async (chart, year) =>
      (await json<{ number: string }>('GET', apiPath(chart, `/nextNotice?year=${year}`))).number,
  }
}
