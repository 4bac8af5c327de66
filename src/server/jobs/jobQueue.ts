/**
 * Who is next: one asker after the other, each with one job at a time. A job that is known to
 * be long runs in the long lane only, which is one thread; so a short job waits for short ones.
 */
export interface QueuedJob {
  readonly asker: string
  /** What it holds in memory while it waits, roughly. */
  readonly bytes: number
  isLong: boolean
}

export type Enqueued = 'queued' | 'asker-full' | 'full'

export interface JobQueueLimits {
  /** Jobs, and bytes, of one asker that may wait. A first job may be of any size. */
  readonly perAsker: number
  readonly bytesPerAsker: number
  /** Of all together. */
  readonly all: number
  readonly allBytes: number
}

export interface JobQueue<J extends QueuedJob> {
  readonly add: (job: J) => Enqueued
  /** Puts a job that was begun in front of all others of its asker. */
  readonly putBack: (job: J) => void
  /** Takes the next job of an asker for whom `isFree` holds; with `long: false` short ones only. */
  readonly next: (lane: { readonly long: boolean }, isFree: (asker: string) => boolean) => J | undefined
  readonly remove: (job: J) => void
  readonly clear: () => readonly J[]
  readonly size: () => number
}

export function openJobQueue<J extends QueuedJob>(limits: JobQueueLimits): JobQueue<J> {
  // A Map keeps the order of insertion: whose turn it was goes to the end.
  const waiting = new Map<string, J[]>()
  let size = 0
  let bytes = 0
  const remove = (job: J) => {
    const own = waiting.get(job.asker) ?? []
    const at = own.indexOf(job)
    if (at < 0) return
    own.splice(at, 1)
    size -= 1
    bytes -= job.bytes
    if (own.length === 0) waiting.delete(job.asker)
  }
  return {
    add: (job) => {
      const own = waiting.get(job.asker) ?? []
      const ownBytes = own.reduce((sum, one) => sum + one.bytes, 0)
      if (own.length >= limits.perAsker) return 'asker-full'
      if (own.length > 0 && ownBytes + job.bytes > limits.bytesPerAsker) return 'asker-full'
      if (size >= limits.all || (size > 0 && bytes + job.bytes > limits.allBytes)) return 'full'
      waiting.set(job.asker, [...own, job])
      size += 1
      bytes += job.bytes
      return 'queued'
    },
    putBack: (job) => {
      waiting.set(job.asker, [job, ...(waiting.get(job.asker) ?? [])])
      size += 1
      bytes += job.bytes
    },
    next: ({ long }, isFree) => {
      for (const [asker, own] of waiting) {
        const job = isFree(asker) ? own.find(({ isLong }) => long || !isLong) : undefined
        if (!job) continue
        remove(job)
        const rest = waiting.get(asker)
        waiting.delete(asker)
        if (rest) waiting.set(asker, rest)
        return job
      }
      return undefined
    },
    remove,
    clear: () => {
      const all = [...waiting.values()].flat()
      waiting.clear()
      size = 0
      bytes = 0
      return all
    },
    size: () => size,
  }
}
