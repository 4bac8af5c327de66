/** 预警处置: decides each step of a case and stores the event; a case has its number once, at its beginning. */
import {
  decideWarning,
  type WarningActor,
  type WarningCommand,
  type WarningRefusal,
} from '../model/control/decideWarning.ts'
import { nextSerialOf } from '../model/control/nextSerialOf.ts'
import { warningCase, type WarningCase, type WarningEvent } from '../model/control/warningCase.ts'
import { chinaDay } from '../model/time/chinaDay.ts'
import { openTurns } from './openTurns.ts'
import type { Store } from './store/tables.ts'

export interface Warnings {
  readonly all: () => Promise<readonly WarningCase[]>
  /** `id` undefined: a new case. */
  readonly give: (
    id: string | undefined,
    command: WarningCommand,
    who: WarningActor,
  ) => Promise<WarningSource>
}

export type WarningSource =
  | { readonly ok: true; readonly warning: WarningCase }
  | { readonly ok: false; readonly code: WarningRefusal }

export interface WarningParts {
  readonly store: Pick<Store, 'unitEvents'>
  readonly now: () => number
  readonly newId: () => string
  /** Of the chart file as it stands; undefined without a chart. */
  readonly hashOf: (chart: string) => Promise<string | undefined>
}

const prefix = 'warning:'

/** The first event of a stream carries the number. */
type Numbered = WarningEvent & { readonly number?: string }

export function openWarnings({ store, now, newId, hashOf }: WarningParts): Warnings {
  const turns = openTurns()
  const kept = store.unitEvents
  const all: Warnings['all'] = async () =>
    (await kept.streams(prefix)).flatMap(({ stream, events }) => caseOf(stream, events) ?? [])
  const give: Warnings['give'] = async (id, command, who) =>
    turns.run(prefix, async () => {
      const warning = id === undefined ? undefined : caseOf(prefix + id, await kept.list(prefix + id))
      if (id !== undefined && !warning) return { ok: false, code: 'no-such-warning' }
      const chart = command.kind === 'open' ? command.chart : warning?.opened.chart
      const hash = chart === undefined ? undefined : await hashOf(chart)
      const decision = decideWarning(warning, command, who, { at: now(), hash })
      if (!decision.ok) return decision
      const year = chinaDay(decision.event.at).slice(0, 4)
      const number =
        warning?.number ??
        nextSerialOf(
          (await all()).map((one) => one.number),
          year,
          3,
        )
      const event: Numbered = warning ? decision.event : { ...decision.event, number }
      const stream = prefix + (id ?? newId())
      const before = warning?.events ?? []
      if (!(await kept.add(stream, before.length, [JSON.stringify(event)])))
        throw new Error('somebody else wrote warning events')
      return { ok: true, warning: warningCase(stream.slice(prefix.length), number, [...before, event])! }
    })
  return { all, give }
}

function caseOf(stream: string, kept: readonly string[]): WarningCase | undefined {
  const events = kept.map((event) => JSON.parse(event) as Numbered)
  return warningCase(stream.slice(prefix.length), events[0]?.number ?? '', events)
}
