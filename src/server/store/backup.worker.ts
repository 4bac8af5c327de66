/** One scheduled backup, in a thread of its own: copying and checking a large database takes a while. */
import { parentPort, workerData } from 'node:worker_threads'
import { backUpOf, type BackupPlace } from './backups.ts'

const { day, place, folder } = workerData as {
  readonly day: string
  readonly place: BackupPlace
  readonly folder: string
}
parentPort?.postMessage(await backUpOf(day, place, folder))
