/** Token buckets: each key may do so much a second on average, and `atOnce` at once. */
export interface Rate {
  /** False where the bucket of this key has less than `amount`. */
  readonly take: (key: string, amount?: number) => boolean
}

export interface RateParts {
  readonly perSecond: number
  readonly atOnce: number
  /** ms */
  readonly now: () => number
}

interface Bucket {
  readonly tokens: number
  readonly at: number
}

/** Keys that are remembered; beyond that, full buckets are forgotten. */
const mostKeys = 10_000

export function openRate({ perSecond, atOnce, now }: RateParts): Rate {
  const buckets = new Map<string, Bucket>()
  const filled = ({ tokens, at }: Bucket, time: number) =>
    Math.min(atOnce, tokens + (Math.max(0, time - at) * perSecond) / 1000)
  return {
    take: (key, amount = 1) => {
      const at = now()
      const found = buckets.get(key)
      const tokens = found ? filled(found, at) : atOnce
      const isAllowed = tokens >= amount
      buckets.set(key, { tokens: isAllowed ? tokens - amount : tokens, at })
      if (buckets.size > mostKeys)
        for (const [one, bucket] of buckets) if (filled(bucket, at) >= atOnce) buckets.delete(one)
      return isAllowed
    },
  }
}
