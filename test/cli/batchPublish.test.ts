/** `qingquan batch publish` against the real server, files in a real folder. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve } from '../support/approved.ts'
import { set } from '../../src/model/records/changes.ts'
import { chartOf, withEnds } from '../support/chartOf.ts'
import type { Served, SharedChart } from '../support/served.ts'
import { startServed } from '../support/served.ts'
import { called } from './called.ts'

let served: Served
let dir: string

beforeEach(async () => {
  served = await startServed()
  dir = mkdtempSync(join(tmpdir(), 'qingquan-publish-'))
})
afterEach(async () => served.close())

const published = async (...args: readonly string[]) => called('batch', 'publish', ...args)

/** As the office does it: the administrator's link in a file. */
async function asAdministrator(...args: readonly string[]) {
  const file = join(dir, '链接')
  writeFileSync(file, `${served.url}/#${served.server.administrator}\n`)
  return published('--server', served.url, '--token-file', file, ...args)
}

async function chart(title: string, words = '申请 → 决定', header: object = {}): Promise<SharedChart> {
  const made = chartOf(
    words,
    {},
    { title, powerKind: 'licensing', supervisionPhone: '0551-12345', ...header },
  )
  return served.chart(withEnds(made))
}

async function approved(title: string, ...more: readonly [string?, object?]): Promise<SharedChart> {
  const made = await chart(title, ...more)
  await approve(served.url, made.id, made.tokens.owner)
  return made
}

async function publications({ id, tokens }: SharedChart) {
  const { json } = await served.ask('GET', `/api/charts/${id}/publications`, { token: tokens.owner })
  return json['publications'] as readonly Record<string, string>[]
}

const linkIn = (said: string, title: string) => new RegExp(`已公开：${title}：(\\S+)`).exec(said)?.[1] ?? ''

describe('qingquan batch publish', () => {
  it('[CT31] writes out what would be public and posts nothing; afterwards posts exactly those files', async () => {
    const good = await approved('许可/甲')
    const second = await approved('许可乙', '申请 → 找13812345678办理')
    await chart('没有审定')
    const money = await approved('报销', '报销 → 付款', { powerKind: 'finance' })
    const folder = join(dir, '审查')
    const looked = await asAdministrator('--dry-run', '-o', folder)
    expect(looked).toMatchObject({ code: 0, said: expect.stringContaining('不公开：没有审定：还没有审定') })
    expect(looked.said).toContain('请再看一眼：许可乙：像是个人手机号：13812345678')
    expect(looked.said).toContain('不公开：报销：不编外部流程图')
    expect(readdirSync(folder).sort()).toEqual(['审查清单.json', '许可 甲', '许可乙'].sort())
    expect(await publications(good)).toEqual([])
    const posted = await asAdministrator('--looked', folder, '--reviewed-by', '王某（办公室主任）')
    expect([posted.code, posted.said]).toEqual([0, expect.stringContaining('公开 2 张，0 张没有成功')])
    for (const [title, name, made] of [
      ['许可/甲', '许可 甲', good],
      ['许可乙', '许可乙', second],
    ] as const) {
      const file = (one: string) => readFileSync(join(folder, name, one), 'utf8')
      const link = linkIn(posted.out, title)
      const page = await (await fetch(link)).text()
      expect(page).toBe(file('公开页.html').replace('<!--notice-->', ''))
      expect(await (await fetch(`${link}.svg`)).text()).toBe(file('图片.svg'))
      const [kept] = await publications(made)
      expect(kept).toMatchObject({ reviewedBy: '王某（办公室主任）' })
      expect(looked.out).toContain(`${kept!['hash']}  ${name}\n`)
    }
    expect(await publications(money)).toEqual([])
  })

  it('[CT31] names what was changed since it was looked at, in the chart or in the folder, and posts the rest', async () => {
    const charts = [await approved('甲'), await approved('乙'), await approved('丙'), await approved('丁')]
    const folder = join(dir, '审查')
    await asAdministrator('--dry-run', '-o', folder)
    writeFileSync(join(folder, '甲', '纯文字.txt'), '别的话')
    await rename('0551-99999', charts[1]!)
    await served.ask('DELETE', `/api/charts/${charts[2]!.id}`, { token: charts[2]!.tokens.owner })
    const { code, said, out } = await asAdministrator('--looked', folder, '--reviewed-by', '王某（办公室）')
    expect(code).toBe(1)
    expect(said).toContain('没有成功：甲：文件夹里的内容与写出时不同')
    expect(said).toContain('没有成功：乙：审定后又有改动，须重新审定')
    expect(said).toContain('没有成功：丙：这个链接看不到这张图了')
    expect(said).toContain('公开 1 张，3 张没有成功')
    expect((await fetch(linkIn(out, '丁'))).status).toBe(200)
    const again = await asAdministrator('--looked', folder, '--reviewed-by', '王某（办公室）')
    expect(again.said).toContain('不公开：丁：已经公开')
  })

  it('[CT31] never posts what blocks; without a look, only what the scan has nothing to say of', async () => {
    await approved('干净的图')
    await approved('有手机号的图', '申请 → 找13812345678办理')
    const leaking = chartOf(
      '申请 → 局长办公会密议 → 决定',
      { 局长办公会密议: { internalOnly: true }, 决定: { publicName: '局长办公会密议后决定' } },
      { title: '泄密的图', powerKind: 'licensing' },
    )
    const leak = await served.chart(leaking)
    await approve(served.url, leak.id, leak.tokens.owner)
    const folder = join(dir, '审查')
    const looked = await asAdministrator('--dry-run', '-o', folder)
    expect(looked).toMatchObject({
      code: 1,
      said: expect.stringMatching(/没有成功：泄密的图：不能公开：.*局长办公会密议/),
    })
    expect(existsSync(join(folder, '泄密的图'))).toBe(false)
    const { code, said, out } = await asAdministrator('--reviewed-by', '王某（办公室）')
    expect(code).toBe(1)
    expect(out).toMatch(/^已公开：干净的图：http\S+\n$/)
    expect(said).toContain('没有成功：有手机号的图：须先看过')
    expect(said).toContain('没有成功：泄密的图：须先看过')
    expect(await publications(leak)).toEqual([])
  })

  it('[CT31] posts what several owners’ links open, without the catalogue, and nothing of a reader’s', async () => {
    const [own, read] = [await approved('自己的'), await approved('只能看的')]
    const file = join(dir, '几个链接')
    writeFileSync(file, `${own.tokens.owner}\n${served.url}/c/${read.id}#${read.tokens.viewer}\n`)
    const { code, out, said } = await published(
      '--server',
      served.url,
      '--token-file',
      file,
      '--reviewed-by',
      '王某（办公室）',
    )
    expect([code, out]).toEqual([0, expect.stringMatching(/^已公开：自己的：.*\n$/)])
    expect(said).toContain('不公开：只能看的：不归您所有')
  })

  it('[CT31] says how to call, and what is wrong with server or link, and never a token', async () => {
    const file = join(dir, '链接')
    writeFileSync(file, 'geheim-token')
    const by = ['--reviewed-by', '王某（办公室）']
    for (const args of [
      [],
      ['--server', served.url],
      ['--server', 'qq.example', ...by],
      ['--server', served.url, '--reviewed-by', '王某', '--token-file', file],
      ['--server', served.url, '--dry-run', '--token-file', file],
      ['--server', served.url, '--dry-run', '-o', 'x', ...by],
      ['--server', served.url, ...by, '--token', 'geheim-token'],
      ['--server', served.url, ...by, '图.json'],
      ['--server', served.url, ...by],
    ])
      expect((await published(...args)).code, args.join(' ')).toBe(2)
    const wrong = await published('--server', served.url, '--token-file', file, ...by)
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('这个链接无效') })
    const nowhere = await published('--server', 'http://127.0.0.1:1', '--token-file', file, ...by)
    expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('连不上服务器') })
    expect(wrong.said + nowhere.said).not.toContain('geheim')
    const noList = await asAdministrator('--looked', dir, ...by)
    expect(noList).toMatchObject({ code: 1, said: expect.stringContaining('审查清单.json') })
  })
})

/** The telephone of one chart, by its owner in the room. */
async function rename(to: string, { id }: SharedChart): Promise<void> {
  const owner = { person: 'owner', name: '王某', post: '', role: 'owner' } as const
  await served.server.context.rooms.edit(id, owner, () => [set('meta', 'header', 'consultPhone', to)])
}

describe('qingquan catalogue history', () => {
  it('[CT33] lists the changes of a server’s catalogue, and takes one back', async () => {
    const token = served.server.administrator!
    const patch = async (...changes: readonly object[]) =>
      served.ask('PATCH', '/api/catalogue', { token, body: { changes } })
    await patch({ kind: 'put', id: 'w', fields: { order: 'a0', name: '采矿许可', office: '甲科' } })
    await patch({ kind: 'set', id: 'w', field: 'office', value: '乙科' })
    const file = join(dir, '链接')
    writeFileSync(file, `${served.url}/#${token}\n`)
    const asked = async (...args: readonly string[]) =>
      called('catalogue', ...args, '--server', served.url, '--token-file', file)
    const { out, code } = await asked('history')
    expect(code).toBe(0)
    expect(out).toContain('“采矿许可”：承办科室 甲科 → 乙科')
    const newest = /^\d+/.exec(out)![0]
    expect(await asked('takeback', newest)).toMatchObject({ code: 0, out: '已撤回，1 项职权恢复原样\n' })
    expect((await asked('history')).out).toContain('“采矿许可”：承办科室 乙科 → 甲科')
    expect((await asked('takeback', newest)).code).toBe(1)
    expect((await asked('takeback')).code).toBe(2)
  })
})
