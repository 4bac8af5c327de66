/** 办件 of a chart on the server. Throws a ServerError whose message can be shown to people. */
import type { Brought, CaseAnswer, CaseSettings } from '../../../model/cases/answers.ts'
import { mostCasesAtOnce } from '../../../model/cases/answers.ts'
import type { FindingJudgement, NewJudgement } from '../../../model/cases/findingState.ts'
import type { PowerCase } from '../../../model/cases/powerCase.ts'
import type { Id } from '../../../model/chart.ts'
import { apiPath, type HttpClient } from './httpClient.ts'

/** All cases of a chart, and what is known about them. */
export type KeptCases = Required<Omit<CaseAnswer, 'total'>>

export interface CaseApi {
  readonly all: (chart: Id) => Promise<KeptCases>
  /** Brings the cases batch by batch; what was brought before a failure stays. */
  readonly bring: (chart: Id, cases: readonly PowerCase[]) => Promise<Brought>
  readonly judge: (chart: Id, judgement: NewJudgement) => Promise<FindingJudgement>
  readonly keepSettings: (chart: Id, settings: CaseSettings) => Promise<void>
  readonly remove: (chart: Id) => Promise<void>
}

export function openCaseApi({ json }: HttpClient): CaseApi {
  const page = async (chart: Id, after: string): Promise<CaseAnswer> =>
    json('GET', apiPath(chart, `/cases?after=${encodeURIComponent(after)}`))
  return {
    all: async (chart) => {
      const first = await page(chart, '')
      const cases = [...first.cases]
      while (cases.length < first.total) {
        const { cases: more } = await page(chart, cases.at(-1)!.number)
        if (more.length === 0) break
        cases.push(...more)
      }
      return { cases, isNamed: first.isNamed, about: first.about! }
    },
    bring: async (chart, cases) => {
      const sum = { added: 0, extended: 0, same: 0 }
      for (let at = 0; at < cases.length; at += mostCasesAtOnce) {
        const batch = { cases: cases.slice(at, at + mostCasesAtOnce) }
        const brought = await json<Brought>('POST', apiPath(chart, '/cases'), batch)
        sum.added += brought.added
        sum.extended += brought.extended
        sum.same += brought.same
      }
      return sum
    },
    judge: async (chart, judgement) => json('POST', apiPath(chart, '/cases/findings'), judgement),
    keepSettings: async (chart, settings) =>
      void (await json('PUT', apiPath(chart, '/cases/settings'), settings)),
    remove: async (chart) => void (await json('DELETE', apiPath(chart, '/cases'))),
  }
}
