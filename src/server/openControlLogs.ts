/** The 台账 of each chart in memory, in step with what the chart says; the server is its one author. */
import type { ListedMeasure, MeasureChoices } from '../model/control/measureList.ts'
import type { Day } from '../model/control/controlEvent.ts'
import { controlLog, logAfter, type ControlLog } from '../model/control/measureLog.ts'
import { planChanges } from '../model/control/measuresOnChart.ts'
import { chinaDay } from '../model/time/chinaDay.ts'
import { workFor } from './jobs/asker.ts'
import type { JobPool } from './jobs/jobPool.ts'
import type { Risks } from './risks.ts'
import { openTurns, type Turns } from './openTurns.ts'
import type { ControlFacts, ControlledChart } from './store/controlTables.ts'
import type { ChartState, Store } from './store/tables.ts'

/** As of a day. */
export interface ListedRows {
  readonly day: Day
  readonly rows: readonly ListedMeasure[]
  readonly choices: MeasureChoices
  readonly overdue: number
}

/** What is known of a chart: its events folded, and how far it was read. */
export interface KnownControl {
  readonly events: number
  readonly log: ControlLog
  readonly through: number
  readonly facts: ControlFacts | undefined
  /** The rows as of a day, worked out when first asked for. */
  rows?: ListedRows | undefined
}

export interface ControlLogParts {
  readonly store: Pick<Store, 'control'>
  /** A chart as Yjs encodes it. */
  readonly state: (id: string) => Promise<ChartState>
  readonly jobs: Pick<JobPool, 'run'>
  readonly now: () => number
  readonly seeRisks: Risks['see']
}

interface ControlLogs {
  readonly charts: () => Promise<readonly ControlledChart[]>
  /** The 台账 of a chart, which says what the chart says. Call in turn. */
  readonly current: (chart: ControlledChart) => Promise<KnownControl>
  readonly inTurn: Turns['run']
  readonly put: (chart: string, known: KnownControl) => void
}

export function openControlLogs({ store, state, jobs, now, seeRisks }: ControlLogParts): ControlLogs {
  const known = new Map<string, KnownControl>()
  const kept = store.control
  const read = async ({ id, seen }: ControlledChart): Promise<KnownControl> => {
    const events = await kept.list(id)
    return {
      events: events.length,
      log: controlLog(events),
      through: seen?.facts.withRisks ? seen.through : -1,
      facts: seen?.facts,
    }
  }
  const current: ControlLogs['current'] = async (chart) => {
    const before = known.get(chart.id) ?? (await read(chart))
    known.set(chart.id, before)
    if (before.through >= chart.seq) return before
    const { facts, measures, risks } = await workFor(`chart:${chart.id}`, async () =>
      jobs.run('control', { state: await state(chart.id) }),
    )
    const day = chinaDay(chart.changedAt)
    // Before the chart counts as seen: asked again, the archive has nothing new to note.
    await seeRisks(chart.id, risks, day)
    const events = planChanges(before.log, measures, { day, at: now() })
    if (!(await kept.plan(chart.id, before.events, { events, through: chart.seq, facts })))
      throw new Error('somebody else wrote control events')
    const after: KnownControl = {
      events: before.events + events.length,
      log: events.reduce(logAfter, before.log),
      through: chart.seq,
      facts,
    }
    known.set(chart.id, after)
    return after
  }
  return {
    charts: async () => kept.charts(),
    current,
    inTurn: openTurns().run,
    put: (chart, fresh) => void known.set(chart, fresh),
  }
}
