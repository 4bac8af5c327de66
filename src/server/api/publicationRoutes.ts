/** 公开: previewed, posted, withdrawn by the owner. */
import { z } from 'zod'
import type { CreatedPublication, Publication, PublicationPreview } from '../../protocol/publicationApi.ts'
import { roleName } from '../../text/screen/share.ts'
import { present } from './chartRoutes.ts'
import type { ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute } from './route.ts'

const wish = {
  view: z.enum(['flow', 'lanes', 'columns']).optional(),
  disclose: z
    .object({
      risks: z.boolean().optional(),
      measures: z.boolean().optional(),
      responsible: z.boolean().optional(),
    })
    .default({}),
}

const previewBody = z.object(wish)

const publishBody = z.object({
  ...wish,
  reviewedBy: z.string().trim().min(1).max(100),
  reason: z.string().trim().min(1).max(500).optional(),
  despite: z.string().trim().min(1).max(500).optional(),
  hash: z.string().length(64).optional(),
})

export const publicationRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/publications',
    summary: 'listPublications',
    who: 'read',
    answer: async (
      { chart, origin },
      context,
    ): Promise<{ readonly publications: readonly Publication[] }> => {
      await present(chart, context)
      const listed = await context.publishing.list(chart)
      return { publications: listed.map((one) => ({ ...one, link: publicAddressOf(origin, one.id) })) }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/publications/preview',
    summary: 'previewPublication',
    who: 'share',
    body: previewBody,
    answer: async ({ chart, body }, context): Promise<PublicationPreview> => {
      await present(chart, context)
      return context.publishing.preview(chart, { view: body.view, disclosure: disclosed(body.disclose) })
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/publications',
    summary: 'publish',
    who: 'publish',
    body: publishBody,
    answer: async ({ caller, chart, body, origin, role }, context): Promise<CreatedPublication> => {
      await present(chart, context)
      const { id, name } = signedIn(caller)
      const { view, disclose, reviewedBy, reason, despite, hash } = body
      const by = { id, name: name || roleName[role], reviewedBy, reason, despite, hash }
      const kept = await context.publishing.publish(chart, { view, disclosure: disclosed(disclose) }, by)
      return { publicId: kept.id, link: publicAddressOf(origin, kept.id) }
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/api/charts/:chart/publications/:publication',
    summary: 'withdrawPublication',
    who: 'publish',
    answer: async ({ c, chart }, context) => {
      const id = c.req.param('publication') ?? ''
      const kept = await context.store.publications.find(id)
      if (kept?.chart !== chart) throw new RequestError('not-found')
      await context.store.publications.withdraw(id, context.now())
      return { ok: true }
    },
  }),
]

/** Where everybody reads what was posted. */
export function publicAddressOf(origin: string, id: string): string {
  return `${origin}/p/${id}`
}

type Flags = { readonly [flag in 'risks' | 'measures' | 'responsible']?: boolean | undefined }

function disclosed(flags: Flags): { readonly [F in keyof Flags]?: boolean } {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value === true))
}
