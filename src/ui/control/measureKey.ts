import type { ListedMeasure } from '../../model/control/measureList.ts'

/** One time of one measure. */
export function measureKey({ chart, measure, scheduled = '' }: ListedMeasure): string {
  return `${chart} ${measure} ${scheduled}`
}
