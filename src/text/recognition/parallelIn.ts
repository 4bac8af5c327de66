/** 并行 as tables write it: 同时分办, 分送会签, 汇合, 会合后再分办. */
import type { Parallel } from '../../model/chart.ts'

const meets = /会合|汇合|汇总|汇齐|等齐|办齐|都办完|全部办完|齐后/
const parts = /分办|分送|分发|分别|分出|分开|分流|同时|并行|并联|会签|平行/

/** Undefined if the words say neither. */
export function parallelIn(words: string): Parallel | undefined {
  if (meets.test(words)) return parts.test(words) ? 'both' : 'join'
  return parts.test(words) ? 'fork' : undefined
}

const together = /同时|分别(?:送|报|交|转|由|到|征求)|分送|分发|会签|并联|并行|平行/
const onlyOne = /[一其]者?之一|任选|择一|或者?/

/** 同时送 …, 分送 … 会签: all of the ways that a cell or a name speaks of. */
export function sentTogether(words: string): boolean {
  return together.test(words) && !onlyOne.test(words)
}
