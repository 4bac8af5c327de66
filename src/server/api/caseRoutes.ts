/** 办件 of a chart: brought in batches, read page by page, judged finding by finding. */
import { z } from 'zod'
import { findingStates, lacksReason, type FindingJudgement } from '../../model/cases/findingState.ts'
import type { PowerCase } from '../../model/cases/powerCase.ts'
import { localTimeOf } from '../../model/cases/localTimeOf.ts'
import { withPersons } from '../../model/cases/withPersons.ts'
import { approvals } from '../../model/review/approvals.ts'
import {
  mostCasesAtOnce,
  type Brought,
  type CaseAnswer,
  type CaseSettings,
} from '../../model/cases/answers.ts'
import { may, type Role } from '../../protocol/roles.ts'
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
    method: 'get',
    path: '/api/charts/:chart/cases/replay',
    summary: 'replayCases',
    who: 'cases',
    answer: replayCases,
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
  const told = await toldCases({ chart, role, after, atMost: mostCasesAtOnce }, context)
  const { total, isNamed, cases, settings } = told
  if (after !== '') return { total, isNamed, cases }
  const [judgements, { events }] = await Promise.all([
    context.store.cases.judgements(chart),
    context.reviews.of(chart),
  ])
  const editions = approvals(events).map(({ revision, at }) => ({ revision, at }))
  return { total, isNamed, cases, about: { settings, judgements, editions } }
}

async function replayCases({ chart, role }: ApiRequest<unknown>, context: ServerContext): Promise<object> {
  await present(chart, context)
  const told = await toldCases({ chart, role, after: '', atMost: mostReplayed }, context)
  const { cases, settings } = told
  const { events } = await context.reviews.of(chart)
  const editions = await Promise.all(
    approvals(events).map(async ({ revision, at }) => ({
      file: (await context.store.revisions.read(chart, revision)) ?? '',
      since: localTimeOf(at),
    })),
  )
  const now = localTimeOf(context.now())
  const state = await context.rooms.state(chart)
  const report = await context.jobs.run('replay', { state, editions, cases, settings, now })
  return { ...report, leftOut: told.total - cases.length }
}

/** Of one request: more would wait in vain for the job to end in time. */
const mostReplayed = 20_000

interface AskedCases {
  readonly chart: string
  readonly role: Role
  readonly after: string
  readonly atMost: number
}

/** Cases and settings as this role may know them: with names, or with the same number for each person. */
async function toldCases({ chart, role, after, atMost }: AskedCases, { store }: ServerContext) {
  const [page, settings] = await Promise.all([
    store.cases.page(chart, after, atMost),
    store.cases.settings(chart),
  ])
  const isNamed = may(role, 'names')
  const { total, names } = page
  if (isNamed) {
    const { cases } = withPersons(
      { cases: page.cases, holdings: [] },
      (number) => names.get(number) ?? number,
    )
    return { total, isNamed, cases, settings }
  }
  const numbers = new Map([...names].map(([number, person]) => [person, number]))
  // Who is in no case has no number, and is nobody of whom a case could ask.
  const holdings = settings.holdings.flatMap((holding) => {
    const person = numbers.get(holding.person)
    return person === undefined ? [] : [{ ...holding, person }]
  })
  return { total, isNamed, cases: page.cases, settings: { ...settings, holdings } }
}

function withoutRows(one: PowerCase): PowerCase {
  return {
    ...one,
    events: one.events.map((event) => ({ ...event, row: 0 })),
    suspensions: one.suspensions.map((stand) => ({ ...stand, row: 0 })),
  }
}
