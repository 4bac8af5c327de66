/**
 * 职权类别 and 职责角色 that the title and the names propose for a chart that nobody has given any. They
 * are proposals: whoever confirms them makes the checks on them run.
 */
import type { Chart, Duty, Id, PowerKind } from '../../model/chart.ts'
import { dutiesOfName } from '../../text/recognition/dutyWords.ts'
import { powerKindOfTitle } from '../../text/recognition/powerKindOfTitle.ts'

export interface ProposedRoles {
  readonly powerKind?: PowerKind
  readonly duties: readonly { readonly step: Id; readonly name: string; readonly duty: Duty }[]
}

/** Undefined if there is nothing to propose. What is said already is never proposed otherwise. */
export function proposedRoles({ header, steps }: Chart): ProposedRoles | undefined {
  const powerKind = header.powerKind === undefined ? powerKindOfTitle(header.title) : undefined
  const duties = steps.flatMap(({ id, name, kind, duty }) => {
    // A name of two acts (审核并审批) says neither duty alone.
    const [proposed, ...others] = duty === undefined && kind !== 'terminator' ? dutiesOfName(name) : []
    return proposed === undefined || others.length > 0 ? [] : [{ step: id, name, duty: proposed }]
  })
  if (powerKind === undefined && duties.length === 0) return undefined
  return { duties, ...(powerKind !== undefined && { powerKind }) }
}

export function withRoles(chart: Chart, { powerKind, duties }: ProposedRoles): Chart {
  const proposed = new Map(duties.map(({ step, duty }) => [step, duty]))
  return {
    ...chart,
    header: { ...chart.header, ...(powerKind !== undefined && { powerKind }) },
    steps: chart.steps.map((step) => {
      const duty = proposed.get(step.id)
      return duty === undefined ? step : { ...step, duty }
    }),
  }
}
