/** Links of the unit and of administrators: listed, made, rotated, taken back; by administrators. */
import { z } from 'zod'
import type { CreatedUnitLink, NewUnitLink, UnitLink } from '../../protocol/api.ts'
import { catalogueRoles, copyPolicies } from '../../protocol/linkScopes.ts'
import { apiWords } from '../../text/messages/api.ts'
import { isGood } from '../access/linkRights.ts'
import type { NewLinkRecord } from '../access/links.ts'
import { newUnitLink, rotatedLink, shownUnitLink, unitAddressOf } from '../access/links.ts'
import { RequestError } from '../requestError.ts'
import type { ServerContext } from '../serverContext.ts'
import { scopeOf } from '../store/linkRow.ts'
import type { KeptLink } from '../store/tables.ts'
import { refusePast } from './linkRoutes.ts'
import type { ApiRoute } from './route.ts'
import { apiRoute } from './route.ts'

const newUnitLinkBody = z.object({
  scope: z.enum(['unit', 'administrator']),
  catalogue: z.enum(catalogueRoles).optional(),
  publishes: z.boolean().optional(),
  name: z.string().max(100).optional(),
  expiresAt: z.number().int().optional(),
  maxUses: z.number().int().min(1).optional(),
  password: z.string().max(200).optional(),
  copies: z.enum(copyPolicies).optional(),
})

export const unitLinkRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/links',
    summary: 'listUnitLinks',
    who: 'administrator',
    answer: async ({ caller }, { access, store }): Promise<{ readonly links: readonly UnitLink[] }> => {
      const links = await store.links.list(undefined)
      const holds = await access.holds(caller)
      const listed = async (link: KeptLink): Promise<UnitLink> => ({
        ...shownUnitLink(link),
        uses: await store.links.uses(link.id),
        mine: holds(link.id),
      })
      return { links: await Promise.all(links.map(listed)) }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/links',
    summary: 'createUnitLink',
    who: 'administrator',
    body: newUnitLinkBody,
    answer: async ({ body, origin }, context): Promise<CreatedUnitLink> => {
      refusePast(body.expiresAt, context)
      const made = await newUnitLink(body as NewUnitLink, context)
      await context.store.links.create(made.kept)
      return shownNewUnitLink(made, origin)
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/links/:link/rotate',
    summary: 'rotateUnitLink',
    who: 'administrator',
    answer: async ({ c, caller, origin }, context): Promise<CreatedUnitLink> => {
      const old = await unitLink(c.req.param('link') ?? '', context)
      if (!isGood(old, context.now())) throw new RequestError('not-found')
      const made = rotatedLink(old, context)
      await context.store.links.create(made.kept)
      // Whoever rotates the link that they came in by must not lock themselves out.
      if (caller.kind === 'person' && (await context.access.holds(caller))(old.id))
        await context.store.links.use(made.kept.id, caller.id, context.now())
      await context.store.links.revoke(old.id, context.now())
      context.rooms.accessChangedEverywhere()
      return shownNewUnitLink(made, origin)
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/links/:link',
    summary: 'revokeUnitLink',
    who: 'administrator',
    answer: async ({ c, caller }, context) => {
      const link = await unitLink(c.req.param('link') ?? '', context)
      if (await isLastAdministrator(link, context))
        throw new RequestError('refused', apiWords.lastAdministrator)
      const isOwn = (await context.access.holds(caller))(link.id)
      if (isOwn && link.revokedAt === undefined && c.req.query('own') === undefined)
        throw new RequestError('refused', apiWords.ownAccess)
      await context.store.links.revoke(link.id, context.now())
      context.rooms.accessChangedEverywhere()
      return { ok: true }
    },
  }),
]

/** Throws a RequestError if there is none, or if it is a chart's. */
async function unitLink(id: string, { store }: ServerContext): Promise<KeptLink> {
  const link = await store.links.find(id)
  if (!link || scopeOf(link) === 'chart') throw new RequestError('not-found')
  return link
}

async function isLastAdministrator(link: KeptLink, { store, now }: ServerContext): Promise<boolean> {
  if (scopeOf(link) !== 'administrator' || !isGood(link, now())) return false
  const others = (await store.links.list(undefined)).filter(({ id }) => id !== link.id)
  return !others.some((other) => scopeOf(other) === 'administrator' && isGood(other, now()))
}

function shownNewUnitLink({ kept, token }: NewLinkRecord, origin: string): CreatedUnitLink {
  return { ...shownUnitLink({ ...kept, useCount: 0 }), link: unitAddressOf(origin, token) }
}
