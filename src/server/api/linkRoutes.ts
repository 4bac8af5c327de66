/** Share links: made, listed with who used them, taken back. */
import { z } from 'zod'
import type { CreatedLink, NewLink, ShareLink } from '../../protocol/api.ts'
import { roles } from '../../protocol/roles.ts'
import { apiWords } from '../../text/messages/api.ts'
import { newLink, shown, shownNew } from '../access/links.ts'
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
})

export const linkRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/links',
    summary: 'listLinks',
    who: 'share',
    answer: async ({ chart }, { store }): Promise<{ readonly links: readonly ShareLink[] }> => {
      const links = await store.links.list(chart)
      return {
        links: await Promise.all(
          links.map(async (link) => ({ ...shown(link), uses: await store.links.uses(link.id) })),
        ),
      }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/links',
    summary: 'createLink',
    who: 'share',
    body: newLinkBody,
    answer: async ({ chart, body, origin }, context): Promise<CreatedLink> => {
      await present(chart, context)
      if (body.expiresAt !== undefined && body.expiresAt <= context.now())
        throw new RequestError('bad-request', `expiresAt：${apiWords.expired}`)
      const made = await newLink(chart, body as NewLink, context)
      await context.store.links.create(made.kept)
      return shownNew(made, origin, chart)
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/charts/:chart/links/:link',
    summary: 'revokeLink',
    who: 'share',
    answer: async ({ c, chart }, context) => {
      const id = c.req.param('link') ?? ''
      const link = await context.store.links.find(id)
      if (link?.chart !== chart) throw new RequestError('not-found')
      await context.store.links.revoke(id, context.now())
      context.rooms.accessChanged(chart)
      return { ok: true }
    },
  }),
]
