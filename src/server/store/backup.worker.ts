/** One scheduled backup, in a thread of its own: copying and checking a large database takes a while. */
import { parentPort, workerData } from 'node:worker_threads'
import { backUpOf } from './backups.ts'

const { day, directory, folder } = workerData as {
  readonly day: string
  readonly directory: string
  readonly folder: string
}
parentPort?.postMessage(backUpOf(day, directory, folder))
