/**
 * Summaries of charts for the catalogue. A summary is cached with the chart's version; only
 * charts that are newer are opened.
 */
import { standingOf, type CatalogueChart, type PublicStanding } from '../../model/catalogue/row.ts'
import { apiErrors } from '../../text/messages/api.ts'
import { catalogueTrouble } from '../../text/screen/catalogue.ts'
import type { KnownCaller } from '../access/tickets.ts'
import { workFor } from '../jobs/asker.ts'
import type { ReadChart } from '../jobs/job.ts'
import { noReview } from '../../model/review/review.ts'
import { StoreError } from '../store/storeError.ts'
import type { DigestedChart, KeptDigest } from '../store/catalogueTables.ts'
import type { ServerContext } from '../serverContext.ts'
import { RequestError } from '../requestError.ts'

/** A chart as one person sees it. Without a summary, `problem` says why it could not be read. */
export interface SeenChart {
  readonly shown: CatalogueChart
  readonly why?: unknown
}

/** Prefix of the cached version; change it when the form of summaries changes. */
const make = '2:'

/** Charts opened in parallel. */
const atOnce = 8

export async function seenCharts(caller: KnownCaller, context: ServerContext): Promise<readonly SeenChart[]> {
  const all = await context.store.powers.charts()
  const roleOn = await context.access.rolesOf(caller.id)
  const readable = all.flatMap((chart) => {
    const role = roleOn(chart.id)
    return role ? [{ chart, role }] : []
  })
  const texts = await digestsOf(
    readable.map(({ chart }) => chart),
    context,
  )
  return readable.map(({ chart: { id, title }, role }): SeenChart => {
    const { shown, why } = texts.get(id) ?? {}
    return shown ? { shown: { ...shown, id, role } } : { shown: { id, title, role }, why }
  })
}

/** Works out what is not known yet, so that nobody who opens the catalogue waits for it. */
export async function refreshSummaries(context: ServerContext): Promise<void> {
  await digestsOf(await context.store.powers.charts(), context)
}

/** Of a chart that was just made from a file: nobody who opens the catalogue waits for what is known already. */
export async function keepFirstDigest(
  chart: string,
  { listed, revision, summary }: ReadChart,
  { store }: ServerContext,
): Promise<void> {
  const shown: Shown = {
    title: listed.title,
    digest: summary,
    review: standingOf(noReview, revision.hash),
  }
  await store.powers.keepDigests([{ chart, version: `${make}${bornVersion}`, text: JSON.stringify(shown) }])
}

/** Of a chart with one update, no review and no publication (`DigestedChart`). */
const bornVersion = '1/0/'

type Shown = Omit<CatalogueChart, 'id' | 'role'>

interface Digested {
  readonly shown?: Shown
  readonly why?: unknown
}

async function digestsOf(
  charts: readonly DigestedChart[],
  context: ServerContext,
): Promise<ReadonlyMap<string, Digested>> {
  const digested = new Map<string, Digested>()
  const made: KeptDigest[] = []
  const waiting = charts.filter(({ id, version, digest }) => {
    const shown = digest?.version === make + version ? readShown(digest.text) : undefined
    if (shown) digested.set(id, { shown })
    return !shown
  })
  const work = async () => {
    for (let chart = waiting.pop(); chart; chart = waiting.pop()) {
      const { id, version } = chart
      try {
        const shown = await shownOf(id, context)
        digested.set(id, { shown })
        made.push({ chart: id, version: make + version, text: JSON.stringify(shown) })
      } catch (why) {
        digested.set(id, { why })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (made.length > 0) await context.store.powers.keepDigests(made)
  return digested
}

/** Undefined if the cached text is damaged; it is then computed again and never quoted in a message. */
function readShown(text: string): Shown | undefined {
  try {
    return JSON.parse(text) as Shown
  } catch {
    return undefined
  }
}

async function shownOf(id: string, context: ServerContext): Promise<Shown> {
  const { hash, listed, summary } = await workFor(`chart:${id}`, async () =>
    context.jobs.run('chartFile', { state: await context.rooms.state(id) }),
  )
  const published = await publishedOf(id, context)
  return {
    title: listed.title,
    digest: summary,
    review: standingOf(await context.reviews.of(id), hash),
    ...(published ? { published } : {}),
  }
}

async function publishedOf(chart: string, context: ServerContext): Promise<PublicStanding | undefined> {
  if (!(await context.store.publications.current(chart))) return undefined
  const current = (await context.publishing.list(chart)).find(({ state }) => state === 'current')
  if (!current) return undefined
  const { id, at, title, stale, updateBy, isCalendarKnown } = current
  return {
    id,
    at,
    title,
    stale: stale === true,
    ...(updateBy === undefined ? {} : { updateBy }),
    ...(isCalendarKnown === undefined ? {} : { isCalendarKnown }),
  }
}

/** The sentence for an error; internal errors are not shown to persons. */
export function sayFailureOf(error: unknown): string {
  if (error instanceof RequestError) return error.message
  if (!(error instanceof StoreError)) return apiErrors['our-fault']
  return error.fault === 'damaged' ? catalogueTrouble.damaged : apiErrors['cannot-save']
}
