/** 防控 over HTTP. Throws a ServerError whose message can be shown to people. */
import type { Id } from '../../../model/chart.ts'
import type { ControlCommand } from '../../../model/control/decideControl.ts'
import type { MeasureList, MeasureQuery } from '../../../model/control/measureList.ts'
import type { WarningCommand } from '../../../model/control/decideWarning.ts'
import type { RiskFileList } from '../../../model/control/riskList.ts'
import type { YearCounts } from '../../../model/control/riskYear.ts'
import type { WarningList } from '../../../model/control/warningList.ts'
import { apiPath, type HttpClient } from './httpClient.ts'

export interface ControlApi {
  readonly measures: (query: MeasureQuery, most: number) => Promise<MeasureList>
  /** `content`: base64 of a file that is handed in as evidence. */
  readonly give: (chart: Id, command: ControlCommand, content?: string) => Promise<void>
  readonly warnings: () => Promise<WarningList>
  /** `id` undefined: a new case. */
  readonly giveWarning: (id: Id | undefined, command: WarningCommand) => Promise<void>
  readonly risks: () => Promise<RiskFileList>
  readonly freeze: (name: string) => Promise<void>
  /** The very bytes that were frozen. */
  readonly year: (name: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly compareYears: (before: string, after: string) => Promise<readonly YearCounts[]>
  readonly evidence: (chart: Id, evidence: Id) => Promise<Uint8Array<ArrayBuffer>>
}

const yearsPath = '/api/control/years'
const warningsPath = '/api/control/warnings'

export function openControlApi({ json, bytes }: HttpClient): ControlApi {
  return {
    measures: async (query, limit) => json('POST', '/api/control/measures', { ...query, limit }),
    give: async (chart, command, content) =>
      void (await json('POST', apiPath(chart, '/control'), content ? { ...command, content } : command)),
    warnings: async () => json('GET', warningsPath),
    giveWarning: async (id, command) =>
      void (await json(
        'POST',
        id === undefined ? warningsPath : `${warningsPath}/${encodeURIComponent(id)}`,
        command,
      )),
    risks: async () => json('GET', '/api/control/risks'),
    freeze: async (name) => void (await json('POST', yearsPath, { name })),
    year: async (name) => bytes(`${yearsPath}/${encodeURIComponent(name)}`, 'application/json'),
    compareYears: async (before, after) =>
      (await json<{ rows: readonly YearCounts[] }>('POST', `${yearsPath}/compare`, { before, after })).rows,
    evidence: async (chart, evidence) =>
      bytes(apiPath(chart, `/control/evidence/${encodeURIComponent(evidence)}`), 'application/octet-stream'),
  }
}
