/** Charts: made, listed, read, put in the bin. */
import { z } from 'zod'
import { setHeader } from '../../model/edits/setFields.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import type { ChartStanding, CreatedChart, ListedChart, Ticket } from '../../protocol/api.ts'
import { addresses, firstLinks } from '../access/links.ts'
import type { KeptChart } from '../store/keptChart.ts'
import type { LogEntry, NewRevision } from '../store/tables.ts'
import type { Caller } from '../access/access.ts'
import { currentAsker } from '../jobs/asker.ts'
import type { ListedContent, ReadChart } from '../jobs/job.ts'
import type { ServerContext } from '../serverContext.ts'
import type { ApiRequest, ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { keepFirstDigest } from './catalogueCharts.ts'
import { signedIn, apiRoute } from './route.ts'

/** Author of the server's own edits; no person can use its Yjs client ids. */
const server = 'server'

const nothingListed: ListedContent = { title: '', unit: '', steps: 0, sketch: '' }

const listingBody = z.object({
  title: z.string().trim().min(1).optional(),
  folder: z.string().trim().max(60).optional(),
  isTemplate: z.boolean().optional(),
})

const chartId = /^[\w-]{6,40}$/

export const chartRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'post',
    path: '/api/charts',
    summary: 'createChart',
    who: 'create',
    answer: async ({ c, caller, origin }, context): Promise<CreatedChart> => {
      const file = await c.req.text()
      await takeQuota(caller, file.length, context)
      const read = await context.jobs.run('newChart', { file, person: server })
      if (!read.ok) throw new RequestError('bad-chart', read.problems)
      const id = context.newId()
      const { publishes } = await context.access.rightsOf(caller)
      const made = firstLinks(id, { ...context, publishes: publishes(undefined) })
      const author = caller.kind === 'nobody' ? '' : caller.name
      const first = firstEntry(id, read, author, context)
      const links = Object.values(made).map((link) => link.kept)
      await context.store.charts.create(keptChart(id, read.listed, context.now()), first, links)
      if (caller.kind === 'person')
        await context.store.links.use(made.owner.kept.id, caller.id, context.now())
      await keepFirstDigest(id, read, context)
      context.history.changed(id, signedIn(caller).id)
      return { id, links: addresses(origin, id, made) }
    },
  }),
  apiRoute({
    method: 'put',
    path: '/api/charts/:chart',
    summary: 'registerChart',
    who: 'signedIn',
    answer: async ({ caller, chart }, context) => {
      if (!chartId.test(chart)) throw new RequestError('bad-request')
      const { id: person } = signedIn(caller)
      const there = await context.store.charts.find(chart)
      const role = await context.access.roleOf(person, chart)
      // An administrator has a role even for a chart that does not exist yet.
      if (there && role !== undefined) return { role }
      if (there) throw new RequestError('no-right')
      if (!(await context.access.rightsOf(caller)).create) throw new RequestError('may-not-create')
      await takeQuota(caller, 0, context)
      const made = firstLinks(chart, { ...context, publishes: false })
      const empty = keptChart(chart, nothingListed, context.now())
      const fresh = await context.store.charts.create(empty, undefined, [made.owner.kept])
      if (!fresh) throw new RequestError('no-right')
      await context.store.links.use(made.owner.kept.id, person, context.now())
      return { role: 'owner' }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts',
    summary: 'listCharts',
    who: 'signedIn',
    answer: async ({ c, caller }, context) => {
      const inBin = c.req.query('bin') !== undefined
      const all = await context.store.charts.list()
      const roleOn = await context.access.rolesOf(signedIn(caller).id)
      const listed = all
        .filter((kept) => (kept.deletedAt !== undefined) === inBin)
        .flatMap((kept) => listedFor(kept, roleOn(kept.id)))
      return { charts: listed.filter(({ role }) => !inBin || role === 'owner') }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart',
    summary: 'readChart',
    who: 'read',
    answer: async ({ c, chart }, context) => {
      await present(chart, context)
      const { file } = await context.jobs.run('chartFile', { state: await context.rooms.state(chart) })
      return c.body(file, 200, { 'Content-Type': 'application/json; charset=utf-8' })
    },
  }),
  apiRoute({
    method: 'patch',
    path: '/api/charts/:chart',
    summary: 'listChart',
    who: 'write',
    body: listingBody,
    answer: async ({ caller, chart, role, body }, context) => {
      const kept = await present(chart, context)
      const { title, folder, isTemplate } = body
      if (title !== undefined) await rename(kept, title, { caller, role }, context)
      await context.store.charts.place(chart, { folder, isTemplate })
      return { ok: true }
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/charts/:chart',
    summary: 'removeChart',
    who: 'share',
    answer: async ({ chart }, context) => {
      await present(chart, context)
      await context.store.charts.remove(chart, context.now())
      context.rooms.gone(chart)
      return { ok: true }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/putBack',
    summary: 'putBack',
    who: 'share',
    answer: async ({ chart }, context) => {
      await context.store.charts.putBack(chart)
      return { ok: true }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/checks',
    summary: 'checkChart',
    who: 'read',
    answer: async ({ chart }, context) => {
      await present(chart, context)
      return context.jobs.run('checks', { state: await context.rooms.state(chart) })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/standing',
    summary: 'standing',
    who: 'anyone',
    answer: async ({ caller, chart }, context): Promise<ChartStanding> =>
      context.access.standingOn(signedIn(caller), chart),
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/ticket',
    summary: 'ticket',
    who: 'read',
    answer: async ({ c, caller, chart, role }, context): Promise<Ticket> => {
      await present(chart, context)
      return { ticket: context.tickets.issue(signedIn(caller), chart, c.req.header('Origin')), role }
    },
  }),
]

/** An edit like any other: those who have the chart open see it, and it is in the journal. */
async function rename(
  kept: KeptChart,
  title: string,
  { caller, role }: Pick<ApiRequest<unknown>, 'caller' | 'role'>,
  { rooms, store, now }: ServerContext,
): Promise<void> {
  const edit = setHeader({ title })
  if (!edit.ok) throw new RequestError('bad-request', refusalText[edit.refusal.reason])
  const who = signedIn(caller)
  const by = { person: who.id, name: who.name, post: who.kind === 'person' ? who.post : '', role }
  await rooms.edit(kept.id, by, () => edit.changes)
  // The next list shows it: history describes a chart only when its changes pause.
  await store.charts.describe(kept.id, { ...kept, title, changedAt: now() })
}

/** Throws a RequestError if the chart does not exist or is in the bin. */
export async function present(chart: string, { store }: ServerContext): Promise<KeptChart> {
  const kept = await store.charts.find(chart)
  if (!kept || kept.deletedAt !== undefined) throw new RequestError('not-found')
  return kept
}

/** Of a new chart. Throws a RequestError `over-quota`. */
async function takeQuota(caller: Caller, bytes: number, context: ServerContext): Promise<void> {
  if (await context.access.isAdministrator(caller)) return
  context.quotas.takeChart(currentAsker())
  context.quotas.takeBytes(currentAsker(), bytes)
}

function firstEntry(id: string, read: ReadChart, author: string, { now, newId }: ServerContext): LogEntry {
  const at = now()
  const revision: NewRevision = {
    ...read.revision,
    id: newId(),
    chart: id,
    at,
    kind: 'auto',
    name: '',
    authors: author === '' ? [] : [author],
  }
  return { chart: id, update: read.update, person: server, at, clients: [read.client], changes: [], revision }
}

function keptChart(id: string, listed: ListedContent, at: number): KeptChart {
  return { id, ...listed, createdAt: at, changedAt: at }
}

function listedFor(
  { createdAt: _createdAt, ...kept }: KeptChart,
  role: ListedChart['role'] | undefined,
): readonly ListedChart[] {
  return role === undefined ? [] : [{ ...kept, role }]
}
