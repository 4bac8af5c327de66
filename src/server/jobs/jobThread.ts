/** One worker thread for one job at a time. It ends when its job takes too long, and after a while without work. */
import { Worker } from 'node:worker_threads'
import { isLoaded, type JobAnswer, type JobRequest } from './job.ts'

/** `late`: the thread was ended. `lost`: it died, of memory for example. */
export type JobOutcome =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly fault: 'undrawable' | undefined }
  | { readonly kind: 'late' }
  | { readonly kind: 'lost'; readonly why: unknown }

export interface JobThread {
  readonly isBusy: () => boolean
  /** Only while not busy. Never rejects. */
  readonly run: (request: JobRequest, deadline: number) => Promise<JobOutcome>
  readonly end: () => Promise<void>
}

/** MB of JavaScript values in one thread; a job that needs more is ended. */
const memory = 1024
/** MB for values that live shortly; without a bound V8 keeps more than 150 MB for them. */
const young = 48

/** ms that a thread may take to load its program; not the job's fault. */
const loading = 60_000

/** `idle`: ms without work after which the thread ends and frees fonts and layout engine. */
export function openJobThread(url: URL, idle: number): JobThread {
  let worker: LoadedWorker | undefined
  let resting: NodeJS.Timeout | undefined
  let isBusy = false
  let settle: ((outcome: JobOutcome) => void) | undefined
  const end = async () => {
    clearTimeout(resting)
    const ended = worker
    worker = undefined
    settle?.({ kind: 'lost', why: new Error('a job thread was ended') })
    await ended?.end()
  }
  const started = (): LoadedWorker => {
    const fresh = startWorker(url, {
      answered: (answer) => settle?.(outcomeOf(answer)),
      lost: (why) => {
        worker = undefined
        settle?.({ kind: 'lost', why })
      },
    })
    worker = fresh
    return fresh
  }
  const outcomeWithin = async (request: JobRequest, deadline: number) =>
    new Promise<JobOutcome>((resolve) => {
      let timer = setTimeout(() => resolve({ kind: 'late' }), loading)
      settle = (outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      ;(worker ?? started()).send(request, () => {
        clearTimeout(timer)
        timer = setTimeout(() => resolve({ kind: 'late' }), deadline)
      })
    })
  return {
    isBusy: () => isBusy,
    end,
    run: async (request, deadline) => {
      isBusy = true
      clearTimeout(resting)
      const outcome = await outcomeWithin(request, deadline)
      settle = undefined
      if (outcome.kind === 'late') await end()
      isBusy = false
      resting = setTimeout(() => void end(), idle)
      resting.unref()
      return outcome
    },
  }
}

interface LoadedWorker {
  /** Sends once the worker's program is loaded; `sent` is called then. */
  readonly send: (request: JobRequest, sent: () => void) => void
  /** Nothing is called any more. */
  readonly end: () => Promise<unknown>
}

interface WorkerListener {
  readonly answered: (answer: JobAnswer) => void
  readonly lost: (why: unknown) => void
}

function startWorker(url: URL, { answered, lost }: WorkerListener): LoadedWorker {
  const worker = new Worker(url, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: young },
  })
  let loaded = false
  let ended = false
  let send: (() => void) | undefined
  worker.on('message', (message: JobAnswer | typeof isLoaded) => {
    if (ended) return
    if (message !== isLoaded) return answered(message)
    loaded = true
    send?.()
  })
  const end = (why: unknown) => {
    if (!ended) lost(why)
    ended = true
  }
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`a job thread ended with code ${code}`)))
  return {
    send: (request, sent) => {
      send = () => {
        worker.postMessage(request)
        sent()
      }
      if (loaded) send()
    },
    end: async () => {
      ended = true
      return worker.terminate()
    },
  }
}

function outcomeOf(answer: JobAnswer): JobOutcome {
  if (answer.ok) return { kind: 'done', output: answer.output }
  return { kind: 'failed', message: answer.message, fault: answer.fault }
}
