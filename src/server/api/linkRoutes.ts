/** Share links: made, listed with who used them, taken back. */
import { z } from 'zod'
import type { CreatedLink, LinkTerms, NewLink, ShareLink } from '../../protocol/api.ts'
import { copyPolicies } from '../../protocol/linkScopes.ts'
import { roles } from '../../protocol/roles.ts'
import { apiWords } from '../../text/messages/api.ts'
import type { Caller } from '../access/access.ts'
import { isGood } from '../access/linkRights.ts'
import { newLink, shown, shownNew, withTerms } from '../access/links.ts'
import type { ServerContext } from '../serverContext.ts'
import type { KeptLink } from '../store/tables.ts'
import { present } from './chartRoutes.ts'
import type { ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { apiRoute } from './route.ts'

const newLinkBody = z.object({
  role: z.enum(roles),
  name: z.string().max(100).optional(),
  expiresAt: z.number().int().optional(),
  maxUses: z.number().int().min(1).optional(),
  password: z.string().max(200).optional(),
  publishes: z.boolean().optional(),
  copies: z.enum(copyPolicies).optional(),
})

const linkTermsBody = z.object({
  name: z.string().max(100).optional(),
  expiresAt: z.number().int().nullable().optional(),
  maxUses: z.number().int().min(1).nullable().optional(),
  password: z.string().min(1).max(200).nullable().optional(),
  copies: z.enum(copyPolicies).optional(),
})

export const linkRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/links',
    summary: 'listLinks',
    who: 'share',
    answer: async (
      { caller, chart },
      { store, access },
    ): Promise<{ readonly links: readonly ShareLink[] }> => {
      const links = await store.links.list(chart)
      const holds = await access.holds(caller)
      const listed = async (link: KeptLink): Promise<ShareLink> => ({
        ...shown(link),
        uses: await store.links.uses(link.id),
        mine: holds(link.id),
      })
      return { links: await Promise.all(links.map(listed)) }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/links',
    summary: 'createLink',
    who: 'share',
    body: newLinkBody,
    answer: async ({ caller, chart, body, origin }, context): Promise<CreatedLink> => {
      await present(chart, context)
      refusePast(body.expiresAt, context)
      if (body.publishes && !(await context.access.isAdministrator(caller)))
        throw new RequestError('no-right', apiWords.onlyAdministratorsLetPublish)
      const made = await newLink(chart, body as NewLink, context)
      await context.store.links.create(made.kept)
      return shownNew(made, origin, chart)
    },
  }),
  apiRoute({
    method: 'patch',
    path: '/api/charts/:chart/links/:link',
    summary: 'changeLink',
    who: 'share',
    body: linkTermsBody,
    answer: async ({ c, caller, chart, body }, context) => {
      const link = await context.store.links.find(c.req.param('link') ?? '')
      if (link?.chart !== chart) throw new RequestError('not-found')
      await refuseTerms(link, body as LinkTerms, { chart, caller, context })
      await context.store.links.changeTerms(await withTerms(link, body as LinkTerms))
      context.rooms.accessChanged(chart)
      return { ok: true }
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/charts/:chart/links/:link',
    summary: 'revokeLink',
    who: 'share',
    answer: async ({ c, caller, chart }, context) => {
      const id = c.req.param('link') ?? ''
      const link = await context.store.links.find(id)
      if (link?.chart !== chart) throw new RequestError('not-found')
      // An administrator opens every chart, and gives new links of it.
      if ((await isLastOwner(link, chart, context)) && !(await context.access.isAdministrator(caller)))
        throw new RequestError('refused', apiWords.lastOwner)
      await context.store.links.revoke(id, context.now())
      context.rooms.accessChanged(chart)
      return { ok: true }
    },
  }),
]

interface Changing {
  readonly chart: string
  readonly caller: Caller
  readonly context: ServerContext
}

/** Throws a RequestError for terms that cannot be, or with which nobody could manage the chart in the end. */
async function refuseTerms(
  link: KeptLink,
  terms: LinkTerms,
  { chart, caller, context }: Changing,
): Promise<void> {
  if (link.revokedAt !== undefined) throw new RequestError('refused', apiWords.linkGone)
  refusePast(terms.expiresAt ?? undefined, context)
  if (terms.maxUses && terms.maxUses < link.useCount)
    throw new RequestError('bad-request', apiWords.fewerUses(link.useCount))
  const ends = Boolean(terms.expiresAt) || Boolean(terms.maxUses)
  if (ends && (await isLastOwner(link, chart, context)) && !(await context.access.isAdministrator(caller)))
    throw new RequestError('refused', apiWords.lastOwnerEnds)
}

/** Without another owner's link nobody could share, delete or manage the chart, and its copies would go. */
async function isLastOwner(link: KeptLink, chart: string, { store, now }: ServerContext): Promise<boolean> {
  if (link.role !== 'owner' || !isGood(link, now())) return false
  const others = (await store.links.list(chart)).filter(({ id }) => id !== link.id)
  return !others.some((other) => other.role === 'owner' && isGood(other, now()))
}

/** Throws a RequestError for an end that has passed. */
export function refusePast(expiresAt: number | undefined, { now }: Pick<ServerContext, 'now'>): void {
  if (expiresAt !== undefined && expiresAt <= now())
    throw new RequestError('bad-request', `expiresAt：${apiWords.expired}`)
}
