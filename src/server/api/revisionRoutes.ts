/** 历史版本 */
import { z } from 'zod'
import type { Context } from 'hono'
import type { KeptPast, Revision } from '../../protocol/api.ts'
import { quotaWords } from '../../text/messages/api.ts'
import { keptFor, mostAutomatic, mostJournal, mostNamed } from '../store/kept.ts'
import { present } from './chartRoutes.ts'
import type { ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute } from './route.ts'

const nameBody = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['named', 'restored']).default('named'),
})

/** Revisions in one answer. */
const mostRevisions = 500

const days = keptFor / (24 * 3600 * 1000)

interface RevisionPage {
  readonly revisions: readonly Revision[]
  /** There are older ones; ask with `before` = the last one's `id`. */
  readonly more: boolean
  /** Of automatic ones; the others stay. */
  readonly kept: KeptPast
}

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
    answer: async ({ c, chart }, context): Promise<RevisionPage> => {
      await present(chart, context)
      await context.history.settle(chart)
      const found = await context.store.revisions.list(chart, c.req.query('before'), mostRevisions + 1)
      const kept = { days, bytes: mostAutomatic }
      return { revisions: found.slice(0, mostRevisions), more: found.length > mostRevisions, kept }
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
      if ((await context.store.revisions.namedBytes(chart)) > mostNamed)
        throw new RequestError('over-quota', quotaWords.revisions)
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
      const span = { since: numberIn(c, 'since') ?? 0, before: numberIn(c, 'before') }
      const page = await context.store.log.journal(chart, span, mostEntries)
      return { ...page, kept: { days, bytes: mostJournal } }
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

function numberIn(c: Context, name: string): number | undefined {
  return Number(c.req.query(name)) || undefined
}
