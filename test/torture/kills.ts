/**
 * kill -9 of the server at random under many writers, over a network that cuts and goes
 * silent. At the end the chart is read from a server that was started anew, and every
 * acknowledged edit must be in it.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'
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
  readonly tell?: (done: number) => void
}

export async function killRounds({ kills, writers, every, tell }: KillPlan): Promise<Toll> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingquan-torture-'))
  let server = await startServerProcess(dataDir, 0)
  const { id, token } = await newChart(server.port)
  const network = await openBadNetwork(() => server.port, 2)
  const all = Array.from({ length: writers }, (_, i) =>
    // Every second one sits behind the bad network.
    startWriter({ name: `w${i}`, chart: id, token, every, port: () => (i % 2 ? network.port : server.port) }),
  )
  for (let done = 0; done < kills; done += 1) {
    await wait(200 + Math.random() * 700)
    const trouble = Math.random()
    if (trouble < 0.3) network.cut()
    else if (trouble < 0.45) network.silence()
    await wait(Math.random() * 200)
    await server.kill()
    network.heal()
    server = await startServerProcess(dataDir, 0)
    tell?.(done + 1)
  }
  await wait(500)
  for (const writer of all) writer.stop()
  // Once more: what is read must come from the disk.
  await server.kill()
  const fresh = await startServerProcess(dataDir, 0)
  const kept = await measuresOf(fresh.port, id, token)
  await fresh.kill()
  await network.close()
  return {
    kills,
    made: all.reduce((sum, writer) => sum + writer.made(), 0),
    acknowledged: all.reduce((sum, writer) => sum + writer.acknowledged.size, 0),
    missing: all.flatMap((writer) => [...writer.acknowledged].filter((one) => !kept.has(one))),
    refused: all.flatMap((writer) => writer.refused),
  }
}

async function newChart(port: number): Promise<{ readonly id: string; readonly token: string }> {
  const made = await fetch(`http://127.0.0.1:${port}/api/charts`, {
    method: 'POST',
    body: writeChartFile(chartOf('受理 → 决定')),
  })
  const { id, links } = (await made.json()) as {
    readonly id: string
    readonly links: { readonly editor: string }
  }
  return { id, token: links.editor.split('#')[1]! }
}

async function measuresOf(port: number, chart: string, token: string): Promise<ReadonlySet<string>> {
  const read = await fetch(`http://127.0.0.1:${port}/api/charts/${chart}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  const { measures } = (await read.json()) as { readonly measures: readonly { readonly text: string }[] }
  return new Set(measures.map(({ text }) => text))
}

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve, ms))
}
