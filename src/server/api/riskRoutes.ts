/**
 * 风险档案. Members of the unit see the risks of the charts that they may read; years, which hold all, are for
 * who manages the catalogue. No share link of a chart opens any of it.
 */
import { z } from 'zod'
import { riskStateOf } from '../../model/control/riskArchive.ts'
import type { ListedRiskFile, RiskFileList } from '../../model/control/riskList.ts'
import { comparedYears, type RiskYear, type YearCounts } from '../../model/control/riskYear.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import { riskRefusals } from '../../text/messages/riskRefusals.ts'
import type { Caller } from '../access/access.ts'
import { RequestError } from '../requestError.ts'
import type { ServerContext } from '../serverContext.ts'
import { controlRightOf } from './controlRoutes.ts'
import { authorOf } from './reviewRoutes.ts'
import { apiRoute, signedIn, type ApiRoute } from './route.ts'

const name = z.string().trim().min(1).max(60)

export const riskRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/control/risks',
    summary: 'listRisks',
    who: 'catalogue',
    answer: async ({ caller }, context): Promise<RiskFileList> => {
      const may = await controlRightOf(caller, context)
      const roleOn = await context.access.rolesOf(signedIn(caller).id)
      const { failed } = await context.controls.rows((chart) => roleOn(chart) !== undefined)
      const there = new Set((await context.store.control.charts()).map(({ id }) => id))
      const today = chinaDay(context.now())
      const risks = (await context.risks.all())
        .filter(({ chart }) => roleOn(chart) !== undefined)
        .map((file): ListedRiskFile => ({
          ...file,
          // A chart in the bin takes its risks along.
          state: there.has(file.chart) ? riskStateOf(file, today.slice(0, 4)) : 'gone',
        }))
        .sort((a, b) => (a.number < b.number ? -1 : 1))
      return { today, may, risks, years: await context.risks.years(), failed: failed.length }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/control/years',
    summary: 'freezeYear',
    who: 'catalogue',
    body: z.object({ name }),
    answer: async ({ caller, body }, context) => {
      await keepsOnly(caller, context)
      const author = authorOf(caller)
      if (author.name.trim() === '') throw new RequestError('refused', riskRefusals.unnamed)
      // Every chart is looked at first, so that nothing of today is missing.
      const { failed } = await context.controls.rows(() => true)
      if (failed.length > 0) throw new RequestError('refused', riskRefusals.unread(failed.length))
      const charts = await context.store.control.charts()
      const there = new Set(charts.map(({ id }) => id))
      const isNew = await context.risks.freeze({
        name: body.name,
        at: context.now(),
        by: author.name,
        charts: charts.flatMap(({ seen }) =>
          seen ? [{ title: seen.facts.title, hash: seen.facts.hash }] : [],
        ),
        isThere: (chart) => there.has(chart),
      })
      if (!isNew) throw new RequestError('refused', riskRefusals.taken)
      return { years: await context.risks.years() }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/control/years/:name',
    summary: 'readYear',
    who: 'catalogue',
    answer: async ({ c, caller }, context) => {
      await keepsOnly(caller, context)
      const bytes = await yearOf(c.req.param('name') ?? '', context)
      return new Response(new Uint8Array(bytes), {
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
      })
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/control/years/compare',
    summary: 'compareYears',
    who: 'catalogue',
    body: z.object({ before: name, after: name }),
    answer: async ({ caller, body }, context): Promise<{ readonly rows: readonly YearCounts[] }> => {
      await keepsOnly(caller, context)
      const [before, after] = await Promise.all([yearOf(body.before, context), yearOf(body.after, context)])
      return { rows: comparedYears(yearIn(before), yearIn(after)) }
    },
  }),
]

async function keepsOnly(caller: Caller, context: ServerContext): Promise<void> {
  if ((await controlRightOf(caller, context)) !== 'keep') throw new RequestError('no-right')
}

async function yearOf(asked: string, context: ServerContext): Promise<Uint8Array> {
  const bytes = await context.risks.year(asked)
  if (!bytes) throw new RequestError('not-found')
  return bytes
}

function yearIn(bytes: Uint8Array): RiskYear {
  return JSON.parse(new TextDecoder().decode(bytes)) as RiskYear
}
