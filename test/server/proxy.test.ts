import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { ownPageHeader } from '../../src/protocol/api.ts'
import { readyPage } from '../../src/server/readyPage.ts'
import { pageSources, sourceStamp, stampFile } from '../../src/server/sourceStamp.ts'
import type { ServerParts } from '../../src/server/startServer.ts'
import { startServer } from '../../src/server/startServer.ts'
import { chartOf } from '../support/chartOf.ts'
import { findNginx } from '../support/tools.ts'

const fresh = (name: string) => mkdtempSync(join(tmpdir(), `qingquan-${name}-`))

async function served(more: Partial<ServerParts> = {}) {
  const page = fresh('page')
  writeFileSync(join(page, 'index.html'), '<html lang="zh-CN"><script src="./browser.js"></script></html>')
  writeFileSync(join(page, 'browser.js'), 'ours()')
  const reports: unknown[] = []
  const parts = { dataDir: fresh('data'), page, port: 0, host: '127.0.0.1' }
  const server = await startServer({ ...parts, report: (error) => reports.push(error), ...more })
  onTestFinished(server.close)
  return { ...server, reports, url: `http://127.0.0.1:${server.port}` }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Debian's nginx in front of a server, with these lines in its location. */
async function nginx(path: string, lines: string): Promise<string> {
  const folder = fresh('nginx')
  const port = await freePort()
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const paths = temp.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')
  const conf = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http { access_log off; ${paths}
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  server { listen 127.0.0.1:${port}; location ${path} { ${lines} } }
}`
  writeFileSync(join(folder, 'nginx.conf'), conf)
  const child = spawn(findNginx()!, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' })
  onTestFinished(async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await gone
  })
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(async () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  return url
}

const upgrade =
  'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;'

const body = writeChartFile(chartOf('受理 → 决定'))

async function made(url: string, headers: Record<string, string>, origin: string) {
  const response = await fetch(`${url}/api/charts`, {
    method: 'POST',
    headers: { ...headers, Origin: origin },
    body,
  })
  return {
    status: response.status,
    json: (await response.json()) as { id: string; links: { editor: string } },
  }
}

const withNginx = it.skipIf(findNginx() === undefined)

withNginx('[PX1] behind nginx as it comes our page may write, another site may not', async () => {
  const { url, administrator, reports } = await served()
  const outside = await nginx('/', `proxy_pass ${url};`)
  const admin = { Authorization: `Bearer ${administrator}` }
  expect((await made(outside, { ...admin }, outside)).status).toBe(200)
  const redeem = async (headers: Record<string, string>) =>
    fetch(`${outside}/api/redeem`, {
      method: 'POST',
      headers: { Origin: 'http://evil.example', ...headers },
      body: JSON.stringify({ token: administrator, name: '张三' }),
    })
  expect((await redeem({ 'Content-Type': 'text/plain' })).status).toBe(403)
  expect(String(reports[0])).toContain('PUBLIC_URL')
  expect((await redeem({ [ownPageHeader]: '1', Origin: outside })).status).toBe(200)
})

withNginx.each(['', '/liucheng'])(
  '[PX2] under a path that nginx takes off or leaves in (%s)',
  async (left) => {
    const port = await freePort()
    const { url, administrator } = await served({ port, publicUrl: 'https://portal.example.gov.cn/liucheng' })
    const outside = await nginx('/liucheng/', `proxy_pass ${url}${left}/; ${upgrade}`)
    const base = `${outside}/liucheng`
    const page = await (await fetch(`${base}/c/abcdef`)).text()
    expect(page).toContain('src="/liucheng/browser.js"')
    expect(page).toContain('data-prefix="/liucheng"')
    expect(await (await fetch(`${base}/browser.js`)).text()).toBe('ours()')
    const { json } = await made(base, { Authorization: `Bearer ${administrator}` }, outside)
    expect(json.links.editor).toMatch(/^https:\/\/portal\.example\.gov\.cn\/liucheng\/c\//)
    const token = json.links.editor.split('#')[1]
    const headers = { Authorization: `Bearer ${token}`, Origin: outside }
    const asked = await fetch(`${base}/api/charts/${json.id}/ticket`, { method: 'POST', headers })
    const { ticket } = (await asked.json()) as { ticket: string }
    const address = `${base.replace('http', 'ws')}/sync/${json.id}?ticket=${ticket}`
    const socket = new WebSocket(address, { origin: outside })
    await new Promise((resolve, reject) => {
      socket.once('message', resolve)
      socket.once('error', reject)
    })
    socket.terminate()
  },
)

it('[PX3] cookies are Secure under https outside; X-Forwarded-Host is believed of trusted proxies only', async () => {
  const plain = await served({ publicUrl: 'https://qq.example.gov.cn' })
  const said = await fetch(`${plain.url}/api/redeem`, {
    method: 'POST',
    body: JSON.stringify({ token: plain.administrator, name: '张三' }),
  })
  expect(said.headers.get('set-cookie')).toMatch(/Secure/)
  for (const [trustedProxies, status] of [
    [[], 403],
    [['127.0.0.1'], 200],
  ] as const) {
    const { url, administrator } = await served({ trustedProxies })
    const { host } = new URL('https://qq.example.gov.cn')
    const response = await fetch(`${url}/api/redeem`, {
      method: 'POST',
      headers: { 'X-Forwarded-Host': host, Origin: `https://${host}` },
      body: JSON.stringify({ token: administrator, name: '张三' }),
    })
    expect(response.status).toBe(status)
  }
})

it('[PX7] a Host that is not known stands in no link; a trusted proxy’s and this machine’s own do', async () => {
  const trusting = await served({ trustedProxies: ['127.0.0.1'] })
  const links = async (headers: Record<string, string>) => {
    const authorization = { Authorization: `Bearer ${trusting.administrator}` }
    const options = { method: 'POST', headers: { ...authorization, ...headers } }
    const text = await new Promise<string>((resolve, reject) => {
      const asked = request(`${trusting.url}/api/charts`, options, (answer) => {
        let said = ''
        answer.setEncoding('utf8').on('data', (part: string) => (said += part))
        answer.on('end', () => resolve(said))
      })
      asked.on('error', reject).end(body)
    })
    return (JSON.parse(text) as { readonly links: { readonly owner: string } }).links.owner
  }
  expect(await links({ Host: 'evil.example' })).toMatch(/^\/c\//)
  expect(await links({ Host: '10.99.99.99:80' })).toMatch(/^\/c\//)
  expect(await links({})).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/c\//)
  const proxied = { 'X-Forwarded-Host': 'qq.example.gov.cn', 'X-Forwarded-Proto': 'https' }
  expect(await links({ Host: 'upstream', ...proxied })).toMatch(/^https:\/\/qq\.example\.gov\.cn\/c\//)
})

it('[BW6] what is refused while its body is still being sent gets its answer, and so does the next on that connection', async () => {
  const { url } = await served()
  for (let round = 0; round < 3; round++) {
    const refused = await fetch(`${url}/api/charts`, { method: 'POST', body: 'x'.repeat(4_000_000) })
    expect(refused.status).toBe(401)
    await refused.text()
  }
})

it('[PX4] a connection without Upgrade is told why', async () => {
  const { url, reports } = await served()
  const answer = await fetch(`${url}/sync/abcdef?ticket=x`)
  expect(answer.status).toBe(426)
  expect(await answer.text()).toContain('WebSocket')
  expect(String(reports[0])).toContain('Upgrade')
})

it('[PX5] speaks https itself', async () => {
  const folder = fresh('tls')
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes', '-newkey', 'rsa:2048']
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const { port } = await served({ tls: { cert, key } })
  const status = await new Promise((resolve, reject) => {
    get(
      `https://localhost:${port}/healthz`,
      { ca: readFileSync(cert), host: '127.0.0.1', servername: 'localhost' },
      (answer) => resolve(answer.statusCode),
    ).once('error', reject)
  })
  expect(status).toBe(200)
  await expect(served({ tls: { cert, key: cert } })).rejects.toThrow('TLS_CERT')
})

it('[PX6] a page that was built of these very sources is used, whatever the times say', async () => {
  const root = fresh('program')
  for (const folder of ['src', 'public', 'dist']) mkdirSync(join(root, folder))
  for (const path of [...pageSources.slice(2), 'src/a.ts', 'dist/index.html'])
    writeFileSync(join(root, path), path)
  writeFileSync(join(root, 'dist', stampFile), await sourceStamp(root))
  utimesSync(join(root, 'dist/index.html'), 1, 1)
  const told: string[] = []
  expect(await readyPage(root, (what) => told.push(what))).toEqual({ dir: join(root, 'dist') })
  expect(told).toEqual([])
  chmodSync(root, 0o700)
})
