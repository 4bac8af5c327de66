/**
 * Bounded work for everybody. Every job runs in one of two threads, with a deadline: a job that
 * is not done after `jobShort` ms begins anew in the long lane (one thread), where it has
 * `jobLong` ms; then its thread is ended and the asker is told. Whose job was long begins in
 * the long lane for a while.
 */
import type { Limits } from '../../protocol/limits.ts'
import { RequestError } from '../requestError.ts'
import type { ChartState } from '../store/tables.ts'
import { currentAsker } from './asker.ts'
import type { JobInput, JobKind, JobOutput } from './job.ts'
import { openJobQueue, type QueuedJob } from './jobQueue.ts'
import { openJobThread, type JobOutcome, type JobThread } from './jobThread.ts'

export interface JobPool {
  /** Rejects with a RequestError: `too-many-jobs`, `busy`, `took-too-long`. */
  readonly run: <K extends JobKind>(kind: K, input: JobInput<K>) => Promise<JobOutput<K>>
  readonly stats: () => { readonly jobsRunning: number; readonly jobsWaiting: number }
  /** A job has long been over its time and was not ended: the threads do not answer. */
  readonly isStuck: () => boolean
  /** Ends both threads; what they worked on is rejected, what waits begins in new ones. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

export type JobLimits = Pick<Limits, 'jobShort' | 'jobLong' | 'jobsPerAsker' | 'jobsWaiting' | 'jobBytes'>

export interface JobPoolParts {
  readonly limits: JobLimits
  readonly now: () => number
  /** The worker's file; the tests have one of their own. */
  readonly thread?: URL
}

interface Pending extends QueuedJob {
  readonly kind: JobKind
  readonly input: JobInput<JobKind>
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

/** ms */
const idle = 60_000
/** ms; loading a thread's program takes at most one minute. */
const stuckAfter = 120_000
/** ms that an asker of a long job begins in the long lane. */
const remembered = 10 * 60_000

export function openJobPool({ limits, now, thread = ownThread }: JobPoolParts): JobPool {
  const queue = openJobQueue<Pending>({
    perAsker: limits.jobsPerAsker,
    bytesPerAsker: limits.jobBytes,
    all: limits.jobsWaiting,
    allBytes: 4 * limits.jobBytes,
  })
  const lanes = [
    { thread: openJobThread(thread, idle), long: true },
    { thread: openJobThread(thread, idle), long: false },
  ]
  /** Askers, and since when their job runs. */
  const running = new Map<string, number>()
  const slow = slowAskers(now)
  let count = 0
  let closed = false
  const start = async (worker: JobThread, job: Pending) => {
    running.set(job.asker, now())
    count += 1
    const { kind, input, isLong } = job
    const outcome = await worker.run({ id: count, kind, input }, isLong ? limits.jobLong : limits.jobShort)
    running.delete(job.asker)
    if (isSlow(outcome)) slow.note(job.asker)
    if (!closed && !isLong && outcome.kind === 'late') {
      job.isLong = true
      queue.putBack(job)
    } else settle(job, outcome)
    pump()
  }
  const pump = () => {
    for (const { thread: worker, long } of lanes) {
      if (closed || worker.isBusy()) continue
      const job = queue.next({ long }, (asker) => !running.has(asker))
      if (job) void start(worker, job)
    }
  }
  const end = async () => void (await Promise.all(lanes.map(async ({ thread: worker }) => worker.end())))
  return {
    run: (kind, input) =>
      new Promise((resolve, reject) => {
        const asker = currentAsker()
        const settled = { resolve: resolve as Pending['resolve'], reject }
        const job = { asker, bytes: sizeOf(input), isLong: slow.has(asker), kind, input, ...settled }
        const added = closed ? 'full' : queue.add(job)
        if (added !== 'queued') return reject(new RequestError(added === 'full' ? 'busy' : 'too-many-jobs'))
        pump()
      }),
    stats: () => ({ jobsRunning: running.size, jobsWaiting: queue.size() }),
    isStuck: () => [...running.values()].some((since) => now() - since > limits.jobLong + stuckAfter),
    restart: end,
    close: async () => {
      closed = true
      for (const job of queue.clear()) job.reject(new RequestError('busy'))
      await end()
    },
  }
}

const ownThread = new URL('./job.worker.ts', import.meta.url)

function settle(job: Pending, outcome: JobOutcome): void {
  if (outcome.kind === 'done') return job.resolve(outcome.output)
  if (outcome.kind === 'failed') return job.reject(errorOf(outcome))
  const isLost = outcome.kind === 'lost' && !isSlow(outcome)
  job.reject(isLost ? asError(outcome.why) : new RequestError('took-too-long'))
}

/** What cannot be drawn is a person's to mend; all else is ours. */
function errorOf({ message, fault }: JobOutcome & { readonly kind: 'failed' }): Error {
  return fault === undefined ? new Error(message) : new RequestError('refused', message)
}

/** It took too long, or more memory than a thread has. */
function isSlow(outcome: JobOutcome): boolean {
  return outcome.kind === 'late' || (outcome.kind === 'lost' && isOutOfMemory(outcome.why))
}

/** Bytes of a chart that comes as values; few are larger. */
const ofValues = 256 * 1024

function sizeOf(input: JobInput<JobKind>): number {
  if ('state' in input) return bytesOf(input.state)
  if ('states' in input) return input.states.reduce((sum, state) => sum + bytesOf(state), 0)
  if ('edition' in input) return input.edition.length
  return 'file' in input ? input.file.length : ofValues
}

function bytesOf(state: ChartState): number {
  return state.reduce((sum, { length }) => sum + length, 0)
}

function isOutOfMemory(why: unknown): boolean {
  return (why as { readonly code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function asError(why: unknown): Error {
  return why instanceof Error ? why : new Error(String(why))
}

function slowAskers(now: () => number) {
  const since = new Map<string, number>()
  return {
    note: (asker: string) => void since.set(asker, now()),
    has: (asker: string): boolean => {
      const at = since.get(asker)
      if (at === undefined) return false
      if (Math.abs(now() - at) < remembered) return true
      since.delete(asker)
      return false
    },
  }
}
