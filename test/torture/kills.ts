/**
 * kill -9 of the server at random under many writers, over a network that cuts and goes
 * silent; every second time at the first word to people who write once and never come back.
 * At the end the charts are read from a server that was started anew, and every acknowledged
 * edit must be in them.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
import { heldDirectory, killedAtFirstWord, type Burst, type TortureChart } from './burst.ts'
import { openBadNetwork } from './proxy.ts'
import { startServerProcess } from './serverProcess.ts'
import { startWriter } from './writer.ts'

export interface Toll {
  readonly kills: number
  readonly made: number
  readonly acknowledged: number
  /** Acknowledged, and not there. */
  readonly missing: readonly string[]
  /** Codes of refusals of honest work. */
  readonly refused: readonly string[]
}

export interface KillPlan {
  readonly kills: number
  readonly writers: number
  /** ms between two edits of one writer. */
  readonly every: number
  /** The server's script; an honest one where none is named. */
  readonly script?: string
  readonly tell?: (done: number) => void
  /** Holds the database, as a disk does that is slow to write; answers how to let it go. SQLite's where there is none. */
  readonly hold?: () => Promise<() => Promise<void>>
}

export async function killRounds({ kills, writers, every, script, tell, hold }: KillPlan): Promise<Toll> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingquan-torture-'))
  let server = await startServerProcess(dataDir, script)
  const { administrator } = server
  const { id, token } = await newChart(server.port, administrator)
  const bursts: Burst[] = []
  const network = await openBadNetwork(() => server.port, 2)
  const all = Array.from({ length: writers }, (_, i) =>
    // Every second one sits behind the bad network.
    startWriter({ name: `w${i}`, chart: id, token, every, port: () => (i % 2 ? network.port : server.port) }),
  )
  for (let done = 0; done < kills; done += 1) {
    if (done % 2 === 0) {
      bursts.push(
        await killedAtFirstWord(
          hold ?? heldDirectory(dataDir),
          server,
          await newChart(server.port, administrator),
        ),
      )
      server = await startServerProcess(dataDir, script)
      tell?.(done + 1)
      continue
    }
    await wait(200 + Math.random() * 700)
    const trouble = Math.random()
    if (trouble < 0.3) network.cut()
    else if (trouble < 0.45) network.silence()
    await wait(Math.random() * 200)
    await server.kill()
    network.heal()
    server = await startServerProcess(dataDir, script)
    tell?.(done + 1)
  }
  await wait(500)
  for (const writer of all) writer.stop()
  // Once more: what is read must come from the disk.
  await server.kill()
  const fresh = await startServerProcess(dataDir, script)
  const kept = await measuresOf(fresh.port, { id, token })
  const lost = await Promise.all(bursts.map(async (burst) => lostOf(fresh.port, burst)))
  await fresh.kill()
  await network.close()
  return {
    kills,
    made: all.reduce((sum, writer) => sum + writer.made(), 0),
    acknowledged:
      all.reduce((sum, writer) => sum + writer.acknowledged.size, 0) +
      bursts.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    missing: [
      ...all.flatMap((writer) => [...writer.acknowledged].filter((one) => !kept.has(one))),
      ...lost.flat(),
    ],
    refused: all.flatMap((writer) => writer.refused),
  }
}

async function lostOf(port: number, { chart, acknowledged }: Burst): Promise<readonly string[]> {
  const kept = await measuresOf(port, chart)
  return acknowledged.filter((one) => !kept.has(one)).map((one) => `${chart.id}: ${one}`)
}

async function newChart(port: number, administrator: string): Promise<TortureChart> {
  const made = await fetch(`http://127.0.0.1:${port}/api/charts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${administrator}` },
    body: writeChartFile(chartOf('受理 → 决定')),
  })
  const { id, links } = (await made.json()) as {
    readonly id: string
    readonly links: { readonly editor: string }
  }
  return { id, token: links.editor.split('#')[1]! }
}

async function measuresOf(port: number, { id, token }: TortureChart): Promise<ReadonlySet<string>> {
  const read = await fetch(`http://127.0.0.1:${port}/api/charts/${id}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  const { measures } = (await read.json()) as { readonly measures: readonly { readonly text: string }[] }
  return new Set(measures.map(({ text }) => text))
}

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve, ms))
}
