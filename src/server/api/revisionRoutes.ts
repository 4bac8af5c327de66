/** 历史版本 */
import { z } from 'zod'
import type { Revision } from '../../protocol/api.ts'
import { present } from './chartRoutes.ts'
import type { ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute } from './route.ts'

const nameBody = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['named', 'restored']).default('named'),
})

/** Entries of the journal in one answer. */
const mostEntries = 2000

/** Conflicts in one answer. */
const mostListed = 200

export const revisionRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/revisions',
    summary: 'listRevisions',
    who: 'history',
    answer: async ({ chart }, context): Promise<{ readonly revisions: readonly Revision[] }> => {
      await present(chart, context)
      await context.history.settle(chart)
      return { revisions: await context.store.revisions.list(chart) }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/revisions',
    summary: 'nameRevision',
    who: 'restore',
    body: nameBody,
    answer: async ({ caller, chart, body }, context): Promise<Revision> => {
      await present(chart, context)
      return context.history.keep(chart, { kind: body.kind, name: body.name, by: signedIn(caller).id })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/revisions/:revision',
    summary: 'readRevision',
    who: 'history',
    answer: async ({ c, chart }, context) => {
      await present(chart, context)
      const { store } = context
      const file = await store.revisions.read(chart, c.req.param('revision') ?? '')
      if (file === undefined) throw new RequestError('not-found')
      return c.body(file, 200, { 'Content-Type': 'application/json; charset=utf-8' })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/journal',
    summary: 'journal',
    who: 'history',
    answer: async ({ c, chart }, context) => {
      await present(chart, context)
      const since = Number(c.req.query('since')) || 0
      return { entries: await context.store.log.journal(chart, since, mostEntries) }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/conflicts',
    summary: 'conflicts',
    who: 'history',
    answer: async ({ chart }, context) => {
      await present(chart, context)
      return { conflicts: await context.store.log.conflicts(chart, mostListed) }
    },
  }),
]
