/**
 * 防控: keeps the 台账 of each chart in step with what the chart says, decides commands and stores the events
 * that come of them. Nothing of it is told to connections of a chart: it is a class of visibility of its own.
 */
import type { ControlEvent, Day } from '../model/control/controlEvent.ts'
import {
  decideControl,
  type ControlCommand,
  type ControlRefusal,
  type Controller,
} from '../model/control/decideControl.ts'
import {
  measureChoices,
  mergedChoices,
  type ListedMeasure,
  type MeasureChoices,
} from '../model/control/measureList.ts'
import { logAfter } from '../model/control/measureLog.ts'
import { measureRows } from '../model/control/measureRows.ts'
import { chinaDay } from '../model/time/chinaDay.ts'
import {
  openControlLogs,
  type ControlLogParts,
  type KnownControl,
  type ListedRows,
} from './openControlLogs.ts'
import type { ControlledChart } from './store/controlTables.ts'

export interface Controls {
  /** The rows of those charts that `mayRead` says; what cannot be read is named. */
  readonly rows: (mayRead: (chart: string) => boolean) => Promise<FoundMeasures>
  readonly give: (
    chart: string,
    command: ControlCommand,
    who: Controller,
    file?: Uint8Array,
  ) => Promise<ControlSource>
  readonly events: (chart: string) => Promise<readonly ControlEvent[]>
  /** The bytes of evidence of this chart. */
  readonly evidence: (chart: string, id: string) => Promise<HandedIn | undefined>
  /** SHA-256 of the chart file as it stands; undefined where there is no such chart. */
  readonly hashOf: (chart: string) => Promise<string | undefined>
  /** Brings the 台账 of all charts up to date. */
  readonly refresh: () => Promise<void>
}

export interface FoundMeasures {
  readonly rows: readonly ListedMeasure[]
  readonly choices: MeasureChoices
  readonly overdue: number
  readonly failed: readonly string[]
}

export interface HandedIn {
  readonly name: string
  readonly bytes: Uint8Array
}

export type ControlSource =
  | { readonly ok: true; readonly event: ControlEvent }
  | { readonly ok: false; readonly code: ControlRefusal }

export interface ControlParts extends ControlLogParts {
  readonly newId: () => string
}

/** Events of one chart: twenty measures a year for a century. */
const mostEvents = 50_000

/** Charts read in parallel. */
const atOnce = 8

export function openControls({ newId, ...parts }: ControlParts): Controls {
  const { charts: allCharts, current, inTurn, put } = openControlLogs(parts)
  const kept = parts.store.control
  const { now } = parts

  const rows: Controls['rows'] = async (mayRead) => {
    const charts = (await allCharts()).filter(({ id }) => mayRead(id))
    const today = chinaDay(now())
    const found = new Map<string, ListedRows>()
    const failed: string[] = []
    await each(charts, async (chart) => {
      try {
        found.set(chart.id, listedRows(chart.id, await inTurn(chart.id, async () => current(chart)), today))
      } catch {
        failed.push(chart.id)
      }
    })
    return { ...together(charts.flatMap(({ id }) => found.get(id) ?? [])), failed }
  }

  const give: Controls['give'] = async (id, command, who, file) =>
    inTurn(id, async () => {
      const chart = (await allCharts()).find((each) => each.id === id)
      if (!chart) return { ok: false, code: 'no-such-measure' }
      const before = await current(chart)
      if (before.events >= mostEvents) return { ok: false, code: 'control-full' }
      const given = { newId: newId(), at: now(), hash: before.facts?.hash ?? '' }
      const decision = decideControl(before.log, command, who, given)
      if (!decision.ok) return decision
      if (!(await kept.add(id, before.events, decision.event, file && { id: given.newId, bytes: file })))
        throw new Error('somebody else wrote control events')
      put(id, {
        ...before,
        events: before.events + 1,
        log: logAfter(before.log, decision.event),
        rows: undefined,
      })
      return { ok: true, event: decision.event }
    })

  return {
    rows,
    give,
    hashOf: async (id) => {
      const chart = (await allCharts()).find((one) => one.id === id)
      return chart && (await inTurn(id, async () => current(chart))).facts?.hash
    },
    events: async (chart) => kept.list(chart),
    evidence: async (chart, id) => {
      const events = await kept.list(chart)
      const event = events.find((each) => each.kind === 'evidenced' && each.evidence === id)
      const bytes = event && (await kept.file(id))
      return event?.kind === 'evidenced' && bytes ? { name: event.name, bytes } : undefined
    },
    refresh: async () => {
      await rows(() => true)
    },
  }
}

function together(listed: readonly ListedRows[]): Omit<FoundMeasures, 'failed'> {
  return {
    rows: listed.flatMap((each) => each.rows),
    choices: mergedChoices(listed.map((each) => each.choices)),
    overdue: listed.reduce((sum, each) => sum + each.overdue, 0),
  }
}

function listedRows(chart: string, known: KnownControl, day: Day): ListedRows {
  if (known.rows?.day === day) return known.rows
  const { title = '', office = '', unit = '' } = known.facts ?? {}
  const rows = measureRows(known.log, day).map((row) => ({ ...row, chart, title, office: office || unit }))
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length
  known.rows = { day, rows, choices: measureChoices(rows), overdue }
  return known.rows
}

async function each(
  charts: readonly ControlledChart[],
  work: (chart: ControlledChart) => Promise<void>,
): Promise<void> {
  const waiting = [...charts]
  const worker = async () => {
    for (let chart = waiting.pop(); chart; chart = waiting.pop()) await work(chart)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
