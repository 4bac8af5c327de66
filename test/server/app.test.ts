import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Served } from '../support/served.ts'
import { startServed } from '../support/served.ts'
import { readSettings, SettingsError } from '../../src/server/settings.ts'

function builtPage(): string {
  const dir = mkdtempSync(join(tmpdir(), 'qingquan-page-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<title>清权图</title>')
  writeFileSync(join(dir, 'assets/app-1.js'), '1')
  writeFileSync(join(dir, 'assets/font-1.ttf'), 'a font')
  writeFileSync(join(dir, 'assets/font-1.ttf.gz'), gzipSync('a font, packed'))
  writeFileSync(join(dir, '../outside.txt'), '外面')
  return dir
}

let served: Served
beforeAll(async () => {
  served = await startServed({ page: builtPage() })
})
afterAll(async () => served.close())
const app = { request: async (path: string) => fetch(new URL(path, served.url)) }

describe('the routes', () => {
  it.each(['/', '/c/AbC-1_x'])('[SV1] answers the page at %s, never from a cache', async (path) => {
    const answer = await app.request(path)
    expect(await answer.text()).toContain('清权图')
    expect(answer.headers.get('Cache-Control')).toBe('no-cache')
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
  })

  it('[SV1] lets assets be kept for ever', async () => {
    const answer = await app.request('/assets/app-1.js')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
  })

  it('[SV8] hands out what was packed with the page, to whoever can unpack it', async () => {
    const packed = await app.request('/assets/font-1.ttf')
    expect(packed.headers.get('Content-Encoding')).toBe('gzip')
    expect(packed.headers.get('Cache-Control')).toContain('immutable')
    expect(await packed.text()).toBe('a font, packed')
    const plain = await fetch(new URL('/assets/font-1.ttf', served.url), {
      headers: { 'Accept-Encoding': 'identity' },
    })
    expect(await plain.text()).toBe('a font')
  })

  it.each(['/nothing', '/assets/none.js', '/../outside.txt', '/%2e%2e/outside.txt', '/c/a/b'])(
    '[SV1] has nothing at %s, and says so in Chinese',
    async (path) => {
      const answer = await app.request(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('没有这个页面。')
    },
  )

  it('[SV2] documents each element that our BPMN files have beyond BPMN', async () => {
    const page = await (await app.request('/schema/')).text()
    const source = readFileSync(new URL('../../src/exchange/bpmn/stepExtension.ts', import.meta.url), 'utf8')
    const written = [...source.matchAll(/'qingquan:(\w+)'/g)].map(([, name]) => name)
    expect(written.length).toBeGreaterThan(8)
    for (const name of [...written, 'added', 'unlabelled']) expect(page).toContain(`qingquan:${name}<`)
  })

  it('[SV2] answers the schema of chart files', async () => {
    const schema = (await (await app.request('/schema/chart-1.json')).json()) as {
      properties: Record<string, unknown>
    }
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining([
        'format',
        'version',
        'edition',
        'header',
        'posts',
        'steps',
        'flowlines',
        'risks',
        'measures',
      ]),
    )
  })
})

describe('the settings', () => {
  it('[SV3] have defaults that work', () => {
    const aDay = 24 * 3_600_000
    const access = {
      whoMaySave: 'links',
      sessionIdle: 90 * aDay,
      casesKept: 1095 * aDay,
      metricsToken: undefined,
    }
    const nothing = {
      standby: false,
      backupDir: undefined,
      publicUrl: undefined,
      tls: undefined,
      trustedProxies: [],
    }
    const defaults = { ...nothing, port: 8080, host: '0.0.0.0', dataDir: '.data', access }
    expect(readSettings({})).toEqual(defaults)
    const days = { SESSION_DAYS: '1', CASE_DAYS: '2' }
    const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: '/d', WHO_MAY_SAVE: 'anyone', ...days }
    expect(readSettings(env)).toEqual({
      ...nothing,
      port: 0,
      host: '127.0.0.1',
      dataDir: '/d',
      access: { whoMaySave: 'anyone', sessionIdle: aDay, casesKept: 2 * aDay, metricsToken: undefined },
    })
  })

  it('[SV3] say in Chinese what may be written', () => {
    expect(() => readSettings({ WHO_MAY_SAVE: 'all' })).toThrow(/WHO_MAY_SAVE（谁可以新建.*“all”/)
    expect(() => readSettings({ SESSION_DAYS: '0' })).toThrow(/SESSION_DAYS/)
    expect(() => readSettings({ CASE_DAYS: 'ewig' })).toThrow(/CASE_DAYS/)
    expect(() => readSettings({ METRICS_TOKEN: 'kurz' })).toThrow(/METRICS_TOKEN（读取/)
    const postgres = { DATABASE_URL: 'postgres://qq:secret@db/qq' }
    expect(readSettings(postgres).databaseUrl).toBe(postgres.DATABASE_URL)
    expect(() => readSettings({ STANDBY: '1' })).toThrow(/STANDBY=1（备机）要和 DATABASE_URL 一起用/)
    expect(() => readSettings({ ...postgres, STANDBY: 'yes' })).toThrow(/STANDBY 应为 0 或 1/)
    expect(readSettings({ ...postgres, STANDBY: '1' }).standby).toBe(true)
    for (const wrong of ['mysql://qq:secret@db/qq', 'qq:secret@db', 'postgres://'])
      expect(() => readSettings({ DATABASE_URL: wrong })).toThrow(/^(?!.*secret).*DATABASE_URL 要写成/)
  })

  it.each(['abc', '-1', '65536', '80.5', '1e3'])('[SV3] say in Chinese that PORT=%s is wrong', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(SettingsError)
    expect(() => readSettings({ PORT: port })).toThrow(/PORT 应为 0 到 65535 的整数/)
  })
})
