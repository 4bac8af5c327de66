/** `npm run dev` as a developer starts it, on a copy of the sources that the test may change. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { CreatedChart } from '../../src/protocol/api.ts'
import { chartOf } from '../support/chartOf.ts'

const root = join(import.meta.dirname, '../..')
const copied = ['src', 'public', 'index.html', 'package.json', 'vite.config.ts']

describe('npm run dev', () => {
  const project = mkdtempSync(join(tmpdir(), 'qingquan-dev-'))
  let dev: ChildProcess
  let url = ''
  let administrator: string

  beforeAll(async () => {
    for (const name of copied) cpSync(join(root, name), join(project, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
    dev = spawn('npm', ['run', 'dev', '--', '--port', '0'], {
      cwd: project,
      // A process group of its own: npm does not hand a signal on to what it started.
      detached: true,
      env: { ...process.env, NODE_ENV: 'development', DATA_DIR: join(project, '.data'), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    ;[url, administrator] = await new Promise<readonly [string, string]>((resolve, reject) => {
      let said = ''
      dev.stdout!.on('data', (chunk) => {
        said += String(chunk)
        const [, address, token] = /(http:\/\/localhost:\d+)\/?#([\w-]{20,})/.exec(said) ?? []
        if (address !== undefined && token !== undefined) resolve([address, token])
      })
      dev.once('exit', () => reject(new Error(said)))
    })
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => dev.once('exit', resolve))
    process.kill(-dev.pid!)
    await ended
    rmSync(project, { recursive: true, force: true })
  })

  const create = async (body: string) =>
    fetch(`${url}/api/charts`, {
      method: 'POST',
      body,
      headers: { Authorization: `Bearer ${administrator}` },
    })

  const rewrite = (path: string, from: string, to: string) => {
    const file = join(project, path)
    const before = readFileSync(file, 'utf8')
    expect(before).toContain(from)
    writeFileSync(file, before.replace(from, to))
  }

  it('[DV1] serves the page, its modules and the API on one port', async () => {
    const list = await fetch(`${url}/api/charts`)
    expect(list.headers.get('Content-Type')).toContain('application/json')
    expect(await list.json()).toMatchObject({ error: { code: 'not-signed-in' } })
    // A module without libraries: Vite answers for these when it has bundled all of them.
    const module = await fetch(`${url}/src/model/time/workdaysAfter.ts`)
    expect(module.headers.get('Content-Type')).toContain('javascript')
    expect(await module.text()).toContain('export function')
    const page = await fetch(`${url}/c/some-chart`, { headers: { Accept: 'text/html' } })
    expect(await page.text()).toContain('/src/ui/main.tsx')
  })

  it('[DV1] takes the connection to a chart', async () => {
    const body = writeChartFile(chartOf('受理 → 决定'))
    const made = (await (await create(body)).json()) as CreatedChart
    const { ticket } = (await (
      await fetch(`${url}/api/charts/${made.id}/ticket`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${made.links.editor.split('#')[1]}` },
      })
    ).json()) as { readonly ticket: string }
    const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${made.id}?ticket=${ticket}`)
    const [first] = await new Promise<readonly Buffer[]>((resolve, reject) => {
      socket.once('message', (...message) => resolve(message as unknown as Buffer[]))
      socket.once('error', reject)
    })
    expect(first!.length).toBeGreaterThan(0)
    socket.close()
  })

  it('[DV2] replaces a module of the page where it stands', async () => {
    const client = await (await fetch(`${url}/@vite/client`)).text()
    const token = /wsToken = "([^"]+)"/.exec(client)![1]
    await fetch(`${url}/src/ui/base/style/tokens.css?import`)
    const socket = new WebSocket(`${url.replace('http', 'ws')}/?token=${token}`, 'vite-hmr')
    const heard: string[] = []
    socket.on('message', (message: Buffer) => heard.push(message.toString()))
    await new Promise((resolve) => socket.once('open', resolve))
    rewrite('src/ui/base/style/tokens.css', ':root', '/* changed */ :root')
    await expect.poll(() => heard.join('\n')).toMatch(/"type":"update".*tokens\.css/)
    socket.close()
  })

  it('[DV2] answers by the changed server after a change to it, and keeps the data', async () => {
    const body = writeChartFile(chartOf('受理 → 决定'))
    const { id, links } = (await (await create(body)).json()) as CreatedChart
    rewrite('src/server/app.ts', '{ ok: true } : found', "{ ok: 'changed' } : found")
    await expect.poll(async () => (await fetch(`${url}/healthz`)).text()).toBe('{"ok":"changed"}')
    const headers = { Authorization: `Bearer ${links.owner.split('#')[1]}` }
    expect((await fetch(`${url}/api/charts/${id}`, { headers })).status).toBe(200)
  })
})
