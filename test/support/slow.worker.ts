/** A job thread for tests: is busy for as many ms as the file says, as work is that cannot be interrupted. */
import { parentPort } from 'node:worker_threads'
import { isLoaded, type JobInput, type JobRequest } from '../../src/server/jobs/job.ts'

parentPort?.on('message', ({ id, input }: JobRequest) => {
  const until = Date.now() + Number((input as JobInput<'newChart'>).file)
  while (Date.now() < until);
  parentPort?.postMessage({ id, ok: true, output: undefined })
})
parentPort?.postMessage(isLoaded)
