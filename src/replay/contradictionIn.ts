import type { PowerCase } from '../model/cases/powerCase.ts'
import type { Chart, Id } from '../model/chart.ts'
import { grant, grantingStep, refusal } from '../text/recognition/caseWords.ts'
import type { ReplayedCase } from './replayCases.ts'

type Side = 'granted' | 'refused'

/**
 * 结果不符: the event of a closed case at a step that is done only where the matter goes the other way
 * than its recorded result (不予许可, and yet 颁发许可证). Undefined where the result is not recorded or
 * says neither, and where steps of both sides were done: a refusal may be taken back.
 */
export function contradictionIn(
  { result, events }: PowerCase,
  { isOpen, stepOfEvent }: Pick<ReplayedCase, 'isOpen' | 'stepOfEvent'>,
  { steps }: Chart,
): number | undefined {
  const wanted = result === undefined || isOpen ? undefined : sideOfResult(result)
  if (wanted === undefined) return undefined
  const names = new Map(steps.map(({ id, name }): [Id, string] => [id, name]))
  const sides = events.map(({ step }, at) => sideOfStep(names.get(stepOfEvent[at] ?? '') ?? step))
  if (sides.includes(wanted)) return undefined
  const against = sides.map((side) => side !== undefined).lastIndexOf(true)
  return against < 0 ? undefined : against
}

function sideOfResult(result: string): Side | undefined {
  if (refusal.test(result)) return 'refused'
  return grant.test(result) ? 'granted' : undefined
}

function sideOfStep(name: string): Side | undefined {
  // Whoever asks whether it is refused has not refused it.
  if (/是否|[?？]/.test(name)) return undefined
  if (refusal.test(name)) return 'refused'
  return grantingStep.test(name) ? 'granted' : undefined
}
