/** A measure, and people who enter what was done; a command that must be allowed throws where it is not. */
import type { ControlEvent, Day } from '../../../src/model/control/controlEvent.ts'
import {
  decideControl,
  type ControlCommand,
  type Controller,
} from '../../../src/model/control/decideControl.ts'
import { logAfter, type ControlLog } from '../../../src/model/control/measureLog.ts'

export const clerk: Controller = {
  id: 'u1',
  name: '王经办',
  post: '经办岗',
  may: (right) => right === 'write',
}
export const keeper: Controller = { id: 'u2', name: '李纪检', post: '监察室', may: () => true }

export function planned(from: Day, schedule: string, text = '逐笔复核合同'): ControlEvent {
  return {
    kind: 'planned',
    measure: 'm',
    from,
    plan: { text, schedule, places: ['审核'], risks: ['少收'] },
    at: 0,
  }
}

export const noon = (day: Day) => Date.parse(`${day}T04:00:00Z`)

/** The log after a command that must be allowed. */
export function done(log: ControlLog, day: Day, command: ControlCommand, who = clerk): ControlLog {
  const decision = decideControl(log, command, who, {
    newId: `${command.kind}${day}`,
    at: noon(day),
    hash: 'aa',
  })
  if (!decision.ok) throw new Error(decision.code)
  return logAfter(log, decision.event)
}

export function refusal(log: ControlLog, day: Day, command: ControlCommand, who = clerk): string | undefined {
  const decision = decideControl(log, command, who, { newId: 'x', at: noon(day), hash: 'aa' })
  return decision.ok ? undefined : decision.code
}

export const check = (
  scheduled: Day,
  result: 'done' | 'partly' | 'notDone' | 'notApplicable',
  doneOn = scheduled,
) => ({ kind: 'check', measure: 'm', scheduled, doneOn, result, note: '抽查3份' }) as const
