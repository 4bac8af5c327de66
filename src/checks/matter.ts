/** What a chart is about: the kind of power, and the procedure that has a clock of its own. */
import type { Chart, PowerKind } from '../model/chart.ts'
import { outwardPowerKinds } from '../model/powerKinds.ts'
import { procedures, type ClockKey } from '../text/recognition/clocks.ts'
import { powerKindOfTitle } from '../text/recognition/powerKindOfTitle.ts'
import { decidedOnTheSpot, onTheSpot } from '../text/recognition/vocabulary.ts'

export interface Matter {
  /** 职权类别, else what the title names. */
  readonly kind: PowerKind | undefined
  /** Whether a person has said the kind. */
  readonly isSaid: boolean
  /** The key of the statutory clock; undefined where the product knows none. */
  readonly clock: ClockKey | undefined
  /** Exercised towards the public: the clock ends with the decision. */
  readonly isOutward: boolean
  /** 简易程序; not if a general chart merely diverts some cases to it. */
  readonly isOnTheSpot: boolean
}

const outward: readonly PowerKind[] = outwardPowerKinds

/** Tells the matter of a chart. Never throws. */
export function matterOf({ header, steps }: Chart): Matter {
  const kind = header.powerKind ?? powerKindOfTitle(header.title)
  const names = steps.map(({ name }) => name)
  const isOnTheSpot = onTheSpot.test(header.title) || names.some((name) => decidedOnTheSpot.test(name))
  const procedure = procedures.find(
    ({ title, kinds, step }) =>
      title.test(header.title) &&
      (kinds === undefined || (kind !== undefined && kinds.includes(kind))) &&
      (step === undefined || names.some((name) => step.test(name))),
  )
  return {
    kind,
    isSaid: header.powerKind !== undefined,
    clock: procedure?.clock,
    isOutward: (kind !== undefined && outward.includes(kind)) || procedure !== undefined,
    isOnTheSpot: isOnTheSpot && kind !== 'licensing',
  }
}
