/** Scheduled backups (BACKUP_DIR): one a day, from the start of the server on. */
import { serverText } from '../text/messages/server.ts'
import type { DailyBackup } from './store/backups.ts'
import { Worker } from 'node:worker_threads'

/** ms between two looks at the date. */
const look = 10 * 60_000

export interface BackupSchedule {
  readonly dataDir: string
  /** postgres://…: what is kept there is backed up. */
  readonly databaseUrl: string | undefined
  readonly backupDir: string
  /** ms since 1970 */
  readonly now: () => number
  readonly report: (error: unknown) => void
}

/** Answers how to stop. */
export function scheduleBackups({
  dataDir,
  databaseUrl,
  backupDir,
  now,
  report,
}: BackupSchedule): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let done = ''
  const due = () => {
    const day = dayIn(now())
    if (day === done) return
    done = day
    running = backedUp({ day, place: { directory: dataDir, url: databaseUrl }, folder: backupDir }).catch(
      (error: unknown) => {
        report(error)
      },
    )
  }
  due()
  const timer = setInterval(due, look)
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function backedUp(workerData: object): Promise<void> {
  const worker = new Worker(new URL('./store/backup.worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
  })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', (made: DailyBackup | undefined) => {
      if (made && made.harms > 0) reject(new Error(serverText.harmedBackup(made.file, made.harms)))
      else resolve()
    })
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}

/** yyyy-mm-dd, by the clock of the machine. */
function dayIn(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
