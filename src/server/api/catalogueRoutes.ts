/** 职权目录: one catalogue a server. Who may do what stands in model/catalogue/README.md [CT10]–[CT13]. */
import { z } from 'zod'
import {
  mayChangePower,
  mayGiveChart,
  type CatalogueAnswer,
  type CatalogueChanged,
  type CatalogueRight,
  type ListedPower,
  type RenameAnswer,
  type RenamingFound,
} from '../../model/catalogue/answers.ts'
import { applyPowerChanges, type PowerChange } from '../../model/catalogue/changes.ts'
import {
  fitsPower,
  repairedPower,
  powerFieldNames,
  type PowerField,
} from '../../model/catalogue/powerItem.ts'
import { mayName, renamedPower, type RenameOrder } from '../../model/catalogue/rename.ts'
import { byOrder } from '../../model/records/order.ts'
import type { CatalogueRole } from '../../protocol/linkScopes.ts'
import { may } from '../../protocol/roles.ts'
import { sayBadField } from '../../text/messages/api.ts'
import { catalogueTrouble } from '../../text/screen/catalogue.ts'
import { AccessError } from '../access/accessError.ts'
import type { KnownCaller } from '../access/tickets.ts'
import { type SeenChart, seenCharts } from './catalogueCharts.ts'
import { renameCharts } from './renameCharts.ts'
import type { ServerContext } from '../serverContext.ts'
import { publicAddressOf } from './publicationRoutes.ts'
import type { ApiRequest, ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute } from './route.ts'

const id = z.string().min(1).max(60)
const field = z.enum(powerFieldNames as readonly [PowerField, ...PowerField[]])
const value = z.json()

const changeBody = z.object({
  changes: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('put'), id, fields: z.partialRecord(field, value) }),
        z.object({ kind: z.literal('set'), id, field, value: value.optional() }),
        z.object({ kind: z.literal('drop'), id }),
      ]),
    )
    .max(50_000),
})

const name = z.string().trim().min(1).max(200)

const renameBody = z.object({
  what: z.enum(['post', 'unit', 'office', 'phone']),
  from: name,
  to: name,
  dryRun: z.boolean().default(false),
})

export const catalogueRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/catalogue',
    summary: 'readCatalogue',
    who: 'signedIn',
    answer: async (
      { c, caller, origin },
      context,
    ): Promise<CatalogueAnswer | { readonly powers: number }> => {
      const maySee = (await context.access.rightsOf(caller)).catalogue !== undefined
      // Every first page asks for the number: no error for whoever has come for one chart.
      if (c.req.query('only') === 'count')
        return { powers: maySee ? (await context.store.powers.list()).length : 0 }
      // What one may read of charts is not the catalogue's to give: `batch publish` with links of charts.
      const onlyCharts = c.req.query('only') === 'charts'
      if (!maySee && !onlyCharts) throw new AccessError('no-catalogue')
      const found = await catalogueStanding(signedIn(caller), context)
      return answerOf(onlyCharts ? { ...found, powers: [] } : found, origin)
    },
  }),
  apiRoute({
    method: 'patch',
    path: '/api/catalogue',
    summary: 'changeCatalogue',
    who: 'catalogue',
    body: changeBody,
    answer: async ({ caller, body }, context): Promise<CatalogueChanged> => {
      const who = signedIn(caller)
      const changes = body.changes as readonly PowerChange[]
      const before = await catalogueStanding(who, context)
      refuseWrong(changes)
      refuseForeign(changes, before)
      await context.store.powers.change(changes, who.id, context.now())
      const touched = new Set(changes.map((change) => change.id))
      return { powers: (await listedPowers(who, context)).filter((power) => touched.has(power.id)) }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/catalogue/rename',
    summary: 'renameEverywhere',
    who: 'catalogue',
    body: renameBody,
    answer: async (asked, context): Promise<RenameAnswer> => renameEverywhere(asked, context),
  }),
]

/** The catalogue as one person sees it. */
interface Standing extends CatalogueAnswer {
  readonly seen: readonly SeenChart[]
}

function answerOf({ powers, charts, may }: Standing, origin: string): CatalogueAnswer {
  const listed = charts.map((chart) =>
    chart.published
      ? { ...chart, published: { ...chart.published, link: publicAddressOf(origin, chart.published.id) } }
      : chart,
  )
  return { powers, charts: listed, may }
}

export async function catalogueStanding(caller: KnownCaller, context: ServerContext): Promise<Standing> {
  const [powers, { catalogue }, seen] = await Promise.all([
    listedPowers(caller, context),
    context.access.rightsOf(caller),
    seenCharts(caller, context),
  ])
  const charts = seen.map(({ shown }) => shown)
  return { powers, charts, seen, may: catalogue ? catalogueRightOf[catalogue] : 'read' }
}

const catalogueRightOf: { readonly [R in CatalogueRole]: CatalogueRight } = {
  view: 'read',
  edit: 'own',
  manage: 'all',
}

export async function listedPowers(
  caller: KnownCaller,
  { store }: ServerContext,
): Promise<readonly ListedPower[]> {
  const kept = await store.powers.list()
  return kept
    .map(({ id, fields, addedBy }): ListedPower => ({
      ...repairedPower(id, fields),
      ...(addedBy === caller.id ? { mine: true } : {}),
    }))
    .sort(byOrder)
}

function refuseWrong(changes: readonly PowerChange[]): void {
  for (const change of changes) {
    const given =
      change.kind === 'put'
        ? Object.entries(change.fields)
        : change.kind === 'set'
          ? [[change.field, change.value] as const]
          : []
    const wrong = given.find(([field, value]) => !fitsPower(field as PowerField, value))
    if (wrong)
      throw new RequestError(
        'bad-request',
        sayBadField(`${change.id}.${wrong[0]}`, catalogueTrouble.wrongValue),
      )
  }
}

/** All or nothing: throws an AccessError if one of the changes is not allowed. */
export function refuseForeign(changes: readonly PowerChange[], before: Standing): void {
  if (before.may === 'all') return
  if (before.may === 'read') throw new RequestError('no-right')
  const now = new Map(before.powers.map((power) => [power.id, power]))
  for (const change of changes) {
    const power = now.get(change.id)
    const rights = power ? mayChangePower(power, before) : { change: true, remove: true }
    const isAllowed = change.kind === 'drop' ? rights.remove : rights.change
    if (!isAllowed || !mayGiveChart(chartGiven(change), before))
      throw new RequestError('no-right', catalogueTrouble.foreignPower(power?.name ?? ''))
    const [after] = applyPowerChanges(power ? [power] : [], [change])
    if (after) now.set(after.id, !power || power.mine ? { ...after, mine: true } : after)
    else now.delete(change.id)
  }
}

function chartGiven(change: PowerChange): string | undefined {
  const given =
    change.kind === 'put'
      ? change.fields['chart']
      : change.kind === 'set' && change.field === 'chart'
        ? change.value
        : undefined
  return typeof given === 'string' ? given : undefined
}

/** Renames in each chart; collects failures and goes on. */
async function renameEverywhere(
  { caller, body }: ApiRequest<z.output<typeof renameBody>>,
  context: ServerContext,
): Promise<RenameAnswer> {
  const who = signedIn(caller)
  const { dryRun, ...order } = body
  const now = await catalogueStanding(who, context)
  const asked = now.seen.filter(
    ({ shown: { role, digest } }) => role && may(role, 'write') && (!digest || mayName(digest, order)),
  )
  const { found, failed } = await renameCharts(asked, { order, dryRun, who, context })
  const powers = await renamePowers(now, order, { dryRun, who, context })
  return { places: [...found, ...powers], failed }
}

interface PowersWish {
  readonly dryRun: boolean
  readonly who: KnownCaller
  readonly context: ServerContext
}

async function renamePowers(
  now: Standing,
  order: RenameOrder,
  { dryRun, who, context }: PowersWish,
): Promise<readonly RenamingFound[]> {
  const found = now.powers
    .filter((power) => mayChangePower(power, now).change)
    .map((power) => ({ power, ...renamedPower(power, order) }))
  const changes = found.flatMap((one) => one.changes)
  if (!dryRun && changes.length > 0) await context.store.powers.change(changes, who.id, context.now())
  return found.flatMap(({ power, places }) =>
    places.map((place) => ({ ...place, power: power.id, title: power.name })),
  )
}
