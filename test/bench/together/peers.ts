/** Three servers, each started as a process of its own, and how one joins a room of each. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { writeChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { newcomer } from '../../torture/newcomer.ts'
import { chartOf } from '../../support/chartOf.ts'

export interface Peer {
  readonly name: string
  readonly script: string
  /** Ids of so many fresh rooms. */
  readonly rooms: (server: Running, count: number) => Promise<readonly Room[]>
  readonly join: (server: Running, room: Room) => Promise<Member>
}

export interface Room {
  readonly id: string
  readonly token: string
}

export interface Member {
  readonly doc: Y.Doc
  readonly leave: () => void
}

export interface Running {
  readonly port: number
  readonly pid: number
  /** MB of resident memory. */
  readonly memory: () => number
  readonly kill: () => Promise<void>
}

export async function running(script: string, dataDir: string): Promise<Running> {
  const child = spawn(process.execPath, [script, dataDir, '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => /^\d+$/.test(line) && resolve(Number(line)))
    child.once('exit', () => reject(new Error(`${script} did not start`)))
  })
  return {
    port,
    pid: child.pid!,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

const polyfill = WebSocket as unknown as typeof globalThis.WebSocket

export const peers: readonly Peer[] = [
  {
    name: 'Qingquan (durable before visible)',
    script: join(import.meta.dirname, '../../torture/child.ts'),
    rooms: async ({ port }, count) => {
      const rooms: Room[] = []
      const cookie = await newcomer(port)
      for (let i = 0; i < count; i += 1) {
        const body = writeChartFile(chartOf('受理 → 决定'))
        const made = await fetch(`http://127.0.0.1:${port}/api/charts`, {
          method: 'POST',
          headers: { Cookie: cookie },
          body,
        })
        const { id, links } = (await made.json()) as { id: string; links: { editor: string } }
        rooms.push({ id, token: links.editor.split('#')[1]! })
      }
      return rooms
    },
    join: async ({ port }, { id, token }) => {
      const asked = await fetch(`http://127.0.0.1:${port}/api/charts/${id}/ticket`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
      })
      const { ticket } = (await asked.json()) as { ticket: string }
      return stockMember(`ws://127.0.0.1:${port}/sync`, id, { ticket })
    },
  },
  {
    name: '@y/websocket-server (in memory)',
    script: join(import.meta.dirname, 'stockServer.ts'),
    rooms: async (_, count) => named(count),
    join: async ({ port }, { id }) => stockMember(`ws://127.0.0.1:${port}`, id, {}),
  },
  {
    name: 'Hocuspocus 4 (SQLite)',
    script: join(import.meta.dirname, 'hocuspocusServer.ts'),
    rooms: async (_, count) => named(count),
    join: async ({ port }, { id }) => {
      const socket = new HocuspocusProviderWebsocket({
        url: `ws://127.0.0.1:${port}`,
        WebSocketPolyfill: WebSocket,
      })
      const doc = new Y.Doc()
      const provider = new HocuspocusProvider({ name: id, document: doc, websocketProvider: socket })
      provider.attach()
      await new Promise<void>((resolve) => provider.on('synced', () => resolve()))
      return {
        doc,
        leave: () => {
          provider.destroy()
          socket.destroy()
        },
      }
    },
  },
]

function named(count: number): readonly Room[] {
  return Array.from({ length: count }, (_, i) => ({ id: `room-${i}`, token: '' }))
}

async function stockMember(url: string, id: string, params: Record<string, string>): Promise<Member> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, id, doc, {
    params,
    WebSocketPolyfill: polyfill,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return { doc, leave: () => provider.destroy() }
}
