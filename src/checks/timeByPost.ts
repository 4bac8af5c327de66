import type { Chart, Id } from '../model/chart.ts'
import { daysMostly, sum, type Length } from './length.ts'
import type { TimeReport } from './timeReport.ts'

/** Time that one post holds a matter on the longest way. */
export interface PostTime extends Length {
  /** Undefined: 未定岗位. */
  readonly post?: Id
  readonly steps: readonly Id[]
  /** Share of the whole way, 0 to 1. */
  readonly share: number
}

/**
 * Splits the longest way by post, in order: one entry for each time the matter moves to
 * another post. Steps that take no time are left out; the first post of a step holds it.
 */
export function timeByPost(chart: Chart, time: TimeReport): readonly PostTime[] {
  const holder = new Map(chart.steps.map(({ id, posts }) => [id, posts?.[0]]))
  const whole = time.spent.reduce((total, spent) => total + daysMostly(spent), 0)
  const pieces: Omit<PostTime, 'share'>[] = []
  for (const { step, ...length } of time.spent) {
    if (length.workdays + length.days === 0) continue
    const post = holder.get(step)
    const last = pieces.at(-1)
    if (last && last.post === post)
      pieces[pieces.length - 1] = { ...last, ...sum(last, length), steps: [...last.steps, step] }
    else pieces.push({ ...(post === undefined ? {} : { post }), ...length, steps: [step] })
  }
  return pieces.map((piece) => ({ ...piece, share: daysMostly(piece) / whole }))
}
