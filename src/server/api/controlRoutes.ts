/**
 * 防控. Whoever belongs to the unit (单位链接 with a role in the catalogue) sees the 台账 of the charts that they
 * may read; a share link of a chart alone opens none of it, whatever its role.
 */
import { z } from 'zod'
import { checkResults } from '../../model/control/controlEvent.ts'
import type { Controller } from '../../model/control/decideControl.ts'
import {
  askedMeasures,
  measureCounts,
  measureFilters,
  type MeasureList,
  type MeasureQuery,
} from '../../model/control/measureList.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import type { CatalogueRole } from '../../protocol/linkScopes.ts'
import { controlRefusals } from '../../text/messages/controlRefusals.ts'
import type { Caller } from '../access/access.ts'
import { AccessError } from '../access/accessError.ts'
import { createHash } from 'node:crypto'
import { evidenceTypeOf, mostEvidence } from '../evidenceTypeOf.ts'
import { RequestError } from '../requestError.ts'
import type { ServerContext } from '../serverContext.ts'
import { authorOf } from './reviewRoutes.ts'
import { apiRoute, signedIn, type ApiRoute } from './route.ts'

const id = z.string().min(1).max(60)
const text = z.string().max(5000)
const reason = z.string().max(2000)
/** Base64 of the largest file. */
const content = z.base64().max(Math.ceil(mostEvidence / 3) * 4)

const commandBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    measure: id,
    scheduled: z.iso.date().optional(),
    doneOn: z.iso.date(),
    result: z.enum(checkResults),
    note: text.default(''),
  }),
  z.object({ kind: z.literal('move'), measure: id, scheduled: z.iso.date(), due: z.iso.date(), reason }),
  z.object({ kind: z.literal('revoke'), check: id, reason }),
  z.object({
    kind: z.literal('evidence'),
    check: id,
    name: z.string().trim().min(1).max(200),
    text: text.optional(),
    content: content.optional(),
    on: z.iso.date().optional(),
    replaces: id.optional(),
  }),
])

type CommandBody = z.output<typeof commandBody>

const listBody = z.object({
  text: z.string().max(200).optional(),
  overdue: z.boolean().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  only: z.partialRecord(z.enum(measureFilters), z.array(z.string().max(5000)).max(500)).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(0).max(20_000).default(100),
})

export const controlRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'post',
    path: '/api/control/measures',
    summary: 'listMeasures',
    who: 'catalogue',
    body: listBody,
    answer: async ({ caller, body: { offset, limit, ...query } }, context): Promise<MeasureList> => {
      const may = await controlRightOf(caller, context)
      const roleOn = await context.access.rolesOf(signedIn(caller).id)
      const { rows, choices, overdue, failed } = await context.controls.rows(
        (chart) => roleOn(chart) !== undefined,
      )
      const today = chinaDay(context.now())
      const found = askedMeasures(rows, query as MeasureQuery)
      return {
        today,
        total: found.length,
        rows: found.slice(offset, offset + limit),
        counts: measureCounts(found, today),
        choices,
        overdue,
        may,
        failed: await titlesOf(failed, context),
      }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/control',
    summary: 'giveControl',
    who: 'catalogue',
    body: commandBody,
    answer: async ({ caller, chart, body }, context) => {
      const right = await rightOn(caller, chart, context)
      const who: Controller = {
        ...authorOf(caller),
        may: (wanted) => right === 'keep' || (right === 'write' && wanted === 'write'),
      }
      const { command, bytes } = commandOf(body)
      const given = await context.controls.give(chart, command, who, bytes)
      if (given.ok) return given
      if (given.code === 'no-right') throw new RequestError('no-right')
      throw new RequestError('refused', controlRefusals[given.code])
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/control',
    summary: 'readControl',
    who: 'catalogue',
    answer: async ({ caller, chart }, context) => {
      await rightOn(caller, chart, context)
      return { events: await context.controls.events(chart) }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/control/evidence/:evidence',
    summary: 'readEvidence',
    who: 'catalogue',
    answer: async ({ c, caller, chart }, context) => {
      await rightOn(caller, chart, context)
      const found = await context.controls.evidence(chart, c.req.param('evidence') ?? '')
      if (!found) throw new RequestError('not-found')
      // Never shown by the browser in our name: what people hand in may hold scripts.
      return new Response(new Uint8Array(found.bytes), {
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
          'Content-Security-Policy': 'sandbox',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  }),
]

const rights: { readonly [R in CatalogueRole]: MeasureList['may'] } = {
  view: 'read',
  edit: 'write',
  manage: 'keep',
}

/** By the role in the catalogue. Rejects with an AccessError for whoever is not of the unit. */
export async function controlRightOf(caller: Caller, { access }: ServerContext): Promise<MeasureList['may']> {
  const { catalogue } = await access.rightsOf(caller)
  if (catalogue === undefined) throw new AccessError('no-catalogue')
  return rights[catalogue]
}

/** A chart that one may not read is refused as one that is not there. */
async function rightOn(caller: Caller, chart: string, context: ServerContext): Promise<MeasureList['may']> {
  const right = await controlRightOf(caller, context)
  if ((await context.access.roleOf(signedIn(caller).id, chart)) === undefined)
    throw new AccessError('no-right')
  const kept = await context.store.charts.find(chart)
  if (!kept || kept.deletedAt !== undefined) throw new RequestError('not-found')
  return right
}

function commandOf(body: CommandBody) {
  if (body.kind !== 'evidence') return { command: body, bytes: undefined }
  const { content: sent, ...command } = body
  if (sent === undefined) return { command, bytes: undefined }
  const bytes = new Uint8Array(Buffer.from(sent, 'base64'))
  const type = bytes.length > mostEvidence ? undefined : evidenceTypeOf(command.name, bytes)
  if (type === undefined) throw new RequestError('refused', controlRefusals['wrong-file'])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { command: { ...command, file: { type, bytes: bytes.length, sha256 } }, bytes }
}

async function titlesOf(charts: readonly string[], { store }: ServerContext): Promise<MeasureList['failed']> {
  return Promise.all(
    charts.map(async (chart) => ({ chart, title: (await store.charts.find(chart))?.title ?? '' })),
  )
}
