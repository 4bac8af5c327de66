/** 办件 of a chart: brought in batches, read page by page, judged finding by finding. */
import { z } from 'zod'
import { findingStates, lacksReason, type FindingJudgement } from '../../model/cases/findingState.ts'
import type { PowerCase } from '../../model/cases/powerCase.ts'
import { withPersons } from '../../model/cases/withPersons.ts'
import { approvals } from '../../model/review/approvals.ts'
import {
  mostCasesAtOnce,
  type Brought,
  type CaseAnswer,
  type CaseSettings,
} from '../../model/cases/answers.ts'
import { may } from '../../protocol/roles.ts'
import { apiWords, quotaWords, sayBadField } from '../../text/messages/api.ts'
import { currentAsker } from '../jobs/asker.ts'
import { RequestError } from '../requestError.ts'
import type { ServerContext } from '../serverContext.ts'
import { present } from './chartRoutes.ts'
import { apiRoute, signedIn, type ApiRequest, type ApiRoute } from './route.ts'

const name = z.string().min(1).max(200)
const note = z.string().max(1000)
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
const day = z.iso.date()
const row = z.int().min(0).max(100_000_000).default(0)

const powerCase = z.object({
  number: name,
  events: z
    .array(
      z.object({
        step: name,
        start: time,
        end: time.exactOptional(),
        person: name.exactOptional(),
        post: name.exactOptional(),
        action: note.exactOptional(),
        row,
      }),
    )
    .min(1)
    .max(2000),
  suspensions: z
    .array(z.object({ start: time, end: time.exactOptional(), row }))
    .max(500)
    .default([]),
  matter: name.exactOptional(),
  result: note.exactOptional(),
  isClosed: z.boolean().default(false),
  isExtended: z.boolean().default(false),
}) satisfies z.ZodType<PowerCase>

const bringBody = z.object({ cases: z.array(powerCase).max(mostCasesAtOnce) })

const judgeBody = z.object({
  case: name,
  key: z.string().min(1).max(500),
  state: z.enum(findingStates),
  reason: note.default(''),
})

const settingsBody = z.object({
  holdings: z
    .array(z.object({ person: name, post: name, from: day.exactOptional(), to: day.exactOptional() }))
    .max(20_000)
    .default([]),
  choices: z
    .array(z.tuple([name, name]))
    .max(2000)
    .default([]),
  untraced: z.array(name).max(2000).default([]),
}) satisfies z.ZodType<CaseSettings>

export const caseRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/cases',
    summary: 'readCases',
    who: 'cases',
    answer: readCases,
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/cases',
    summary: 'bringCases',
    who: 'cases',
    body: bringBody,
    answer: async ({ chart, body }, context): Promise<Brought> => {
      await present(chart, context)
      context.quotas.takeBytes(currentAsker(), JSON.stringify(body).length)
      // Which row of which file it was says nothing once several files have come together.
      const brought = await context.store.cases.bring(chart, body.cases.map(withoutRows))
      if (!brought) throw new RequestError('over-quota', quotaWords.cases)
      return brought
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/charts/:chart/cases',
    summary: 'removeCases',
    who: 'share',
    answer: async ({ chart }, context) => {
      await present(chart, context)
      await context.store.cases.remove(chart)
      return { ok: true }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/cases/findings',
    summary: 'judgeFinding',
    who: 'mark',
    body: judgeBody,
    answer: async ({ caller, chart, body }, context): Promise<FindingJudgement> => {
      await present(chart, context)
      if (lacksReason(body))
        throw new RequestError('bad-request', sayBadField('reason', apiWords.lacksReason))
      const said = { ...body, by: signedIn(caller).name, at: context.now() }
      if (!(await context.store.cases.judge(chart, said))) throw new RequestError('not-found')
      return said
    },
  }),
  apiRoute({
    method: 'put',
    path: '/api/charts/:chart/cases/settings',
    summary: 'keepCaseSettings',
    who: 'names',
    body: settingsBody,
    answer: async ({ chart, body }, context) => {
      await present(chart, context)
      context.quotas.takeBytes(currentAsker(), JSON.stringify(body).length)
      await context.store.cases.keepSettings(chart, body)
      return { ok: true }
    },
  }),
]

async function readCases(
  { c, chart, role }: ApiRequest<unknown>,
  context: ServerContext,
): Promise<CaseAnswer> {
  await present(chart, context)
  const after = c.req.query('after') ?? ''
  const page = await context.store.cases.page(chart, after, mostCasesAtOnce)
  const isNamed = may(role, 'names')
  const numbers = new Map([...page.names].map(([number, person]) => [person, number]))
  const shown = { total: page.total, isNamed }
  const named = (number: string) => page.names.get(number) ?? number
  const { cases } = withPersons({ cases: page.cases, holdings: [] }, isNamed ? named : (number) => number)
  if (after !== '') return { ...shown, cases }
  const [settings, judgements, { events }] = await Promise.all([
    context.store.cases.settings(chart),
    context.store.cases.judgements(chart),
    context.reviews.of(chart),
  ])
  // Who is in no case has no number, and is nobody of whom a case could ask.
  const holdings = isNamed
    ? settings.holdings
    : settings.holdings.flatMap((holding) => {
        const number = numbers.get(holding.person)
        return number === undefined ? [] : [{ ...holding, person: number }]
      })
  const editions = approvals(events).map(({ revision, at }) => ({ revision, at }))
  return { ...shown, cases, about: { settings: { ...settings, holdings }, judgements, editions } }
}

function withoutRows(one: PowerCase): PowerCase {
  return {
    ...one,
    events: one.events.map((event) => ({ ...event, row: 0 })),
    suspensions: one.suspensions.map((stand) => ({ ...stand, row: 0 })),
  }
}
