/**
 * What one person, link or address may have the server keep in an hour. A stranger's quota is
 * the address's. The administrator brings in whole units at once and is not counted.
 */
import type { Limits } from '../protocol/limits.ts'
import { quotaWords } from '../text/messages/api.ts'
import { openRate, type Rate } from './rate.ts'
import { RequestError } from './requestError.ts'

export interface Quotas {
  /** Each throws a RequestError `over-quota`. */
  readonly takeChart: (asker: string) => void
  readonly takeBytes: (asker: string, bytes: number) => void
  readonly takePerson: (address: string) => void
}

export type QuotaLimits = Pick<Limits, 'chartsPerHour' | 'bytesPerHour' | 'peoplePerHour'>

export interface QuotaParts {
  readonly limits: QuotaLimits
  /** ms */
  readonly now: () => number
}

export function openQuotas({ limits, now }: QuotaParts): Quotas {
  const hourly = (most: number) => openRate({ perSecond: most / 3600, atOnce: most, now })
  const charts = hourly(limits.chartsPerHour)
  const bytes = hourly(limits.bytesPerHour)
  const people = hourly(limits.peoplePerHour)
  return {
    takeChart: (asker) => take(charts, asker, 1, quotaWords.charts),
    takeBytes: (asker, amount) => take(bytes, asker, amount, quotaWords.bytes),
    takePerson: (address) => take(people, address, 1, quotaWords.people),
  }
}

function take(rate: Rate, key: string, amount: number, why: string): void {
  if (!rate.take(key, amount)) throw new RequestError('over-quota', why)
}
