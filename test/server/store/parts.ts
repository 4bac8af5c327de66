/** Real directories, real charts, and processes that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import * as Y from 'yjs'
import { databaseFile } from '../../../src/server/store/paths.ts'
import { applicationId, migrations } from '../../../src/server/store/schema.ts'
import type { KeptChart } from '../../../src/server/store/keptChart.ts'
import type { KeptLog, LogEntry } from '../../../src/server/store/tables.ts'

const made: string[] = []

export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'qingquan-store-'))
  made.push(directory)
  return directory
}

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})

/** A database as an earlier version left it. */
export function databaseOfVersion(directory: string, version: number): DatabaseSync {
  const database = new DatabaseSync(databaseFile(directory))
  for (const migration of migrations.slice(0, version)) database.exec(migration)
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}`)
  return database
}

export function aChart(id: string, more: Partial<KeptChart> = {}): KeptChart {
  return { id, title: `图 ${id}`, unit: '某局', steps: 3, createdAt: 1, changedAt: 1, ...more }
}

export function entry(chart: string, update: Uint8Array, more: Partial<LogEntry> = {}): LogEntry {
  return { chart, update, person: 'zhang', at: 10, clients: [], changes: [], ...more }
}

/** Somebody at work: each call answers the update of one edit. */
export function writer(client: number): (key: string, value: unknown) => Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  return (key, value) => {
    const before = Y.encodeStateVector(doc)
    doc.getMap('steps').set(key, value)
    return Y.encodeStateAsUpdate(doc, before)
  }
}

/** What the chart says; pending edits would be missing from it. */
export function contentOf(log: KeptLog): { readonly [key: string]: unknown } {
  const doc = new Y.Doc()
  if (log.snapshot) Y.applyUpdate(doc, log.snapshot)
  for (const update of log.updates) Y.applyUpdate(doc, update)
  return doc.getMap('steps').toJSON()
}

/** How many transactions a database has seen does not stand in it; its connection tells. */
export function countCommits(database: DatabaseSync): () => number {
  let commits = 0
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    exec(sql)
    if (sql === 'COMMIT') commits += 1
  }
  return () => commits
}

/** A script in a process of its own, under the Node that runs the tests. */
export function started(script: URL, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

export function ended(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)))
}
