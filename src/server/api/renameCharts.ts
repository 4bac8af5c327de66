/**
 * Renames in many charts. What there is to rename is looked up in job threads, a batch at a time; only
 * charts in which something is to be changed are opened, a few at a time.
 */
import type { RenameFailure, RenamingFound } from '../../model/catalogue/answers.ts'
import { renamedChart, type RenameOrder, type Renaming } from '../../model/catalogue/rename.ts'
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import { apiErrors } from '../../text/messages/api.ts'
import { RequestError } from '../requestError.ts'
import type { KnownCaller } from '../access/tickets.ts'
import { workFor } from '../jobs/asker.ts'
import type { ServerContext } from '../serverContext.ts'
import type { ChartState } from '../store/tables.ts'
import { sayFailureOf, type SeenChart } from './catalogueCharts.ts'

interface RenameWish {
  readonly order: RenameOrder
  readonly dryRun: boolean
  readonly who: KnownCaller
  readonly context: ServerContext
}

interface RenamedCharts {
  readonly found: readonly RenamingFound[]
  readonly failed: readonly RenameFailure[]
}

/** Charts of one job, and charts that are changed at once: their commits share the disk's. */
const [perJob, atOnce] = [40, 8]

export async function renameCharts(charts: readonly SeenChart[], wish: RenameWish): Promise<RenamedCharts> {
  const batches = Array.from({ length: Math.ceil(charts.length / perJob) }, (_, at) =>
    charts.slice(at * perJob, (at + 1) * perJob),
  )
  const done = await inTurns(batches, 2, async (batch) => renameBatch(batch, wish))
  return { found: done.flatMap(({ found }) => found), failed: done.flatMap(({ failed }) => failed) }
}

async function renameBatch(charts: readonly SeenChart[], wish: RenameWish): Promise<RenamedCharts> {
  const looked = await lookUp(charts, wish)
  const done = await inTurns(looked, atOnce, async ({ shown, places, why }): Promise<RenamedCharts> => {
    const { id: chart, title } = shown
    try {
      if (!places) throw why
      if (!wish.dryRun && places.length > 0) await renameIn(shown, wish)
      return { found: places.map((place) => ({ ...place, chart, title })), failed: [] }
    } catch (error) {
      return { found: [], failed: [{ chart, title, why: sayFailureOf(error) }] }
    }
  })
  return { found: done.flatMap(({ found }) => found), failed: done.flatMap(({ failed }) => failed) }
}

interface LookedUp extends SeenChart {
  /** Undefined where the chart could not be read; `why` tells. */
  readonly places?: readonly Renaming[] | undefined
}

async function lookUp(
  charts: readonly SeenChart[],
  { order, context }: RenameWish,
): Promise<readonly LookedUp[]> {
  const read = await Promise.all(charts.map(async (chart) => stateOf(chart, context)))
  const states = read.flatMap(({ state }) => (state ? [state] : []))
  // Under the first chart's name: two batches go side by side, and whoever renames may check a chart meanwhile.
  const looked = await workFor(`chart:${charts[0]?.shown.id ?? ''}`, async () =>
    context.jobs.run('renaming', { states, order }),
  )
  const places = looked.values()
  return read.map(({ chart, state, why }) =>
    state ? { shown: chart.shown, places: places.next().value } : { shown: chart.shown, why },
  )
}

interface ReadState {
  readonly chart: SeenChart
  readonly state?: ChartState
  readonly why?: unknown
}

async function stateOf(chart: SeenChart, { rooms }: ServerContext): Promise<ReadState> {
  try {
    // Its digest could not be made.
    if (!chart.shown.digest) throw chart.why
    return { chart, state: await rooms.state(chart.shown.id) }
  } catch (why) {
    return { chart, why }
  }
}

async function renameIn({ id, role }: CatalogueChart, { order, who, context }: RenameWish): Promise<void> {
  if (!role) throw new RequestError('no-right', apiErrors['no-right'])
  const participant = { person: who.id, name: who.name, post: who.kind === 'person' ? who.post : '', role }
  await context.rooms.edit(id, participant, (chart) => renamedChart(chart, order).changes)
}

/** Does the work for all things, for at most so many at the same time; answers in their order. */
async function inTurns<T, A>(
  things: readonly T[],
  most: number,
  work: (thing: T) => Promise<A>,
): Promise<readonly A[]> {
  const answers: A[] = []
  const waiting = things.entries()
  const run = async () => {
    for (const [at, thing] of waiting) answers[at] = await work(thing)
  }
  await Promise.all(Array.from({ length: most }, run))
  return answers
}
