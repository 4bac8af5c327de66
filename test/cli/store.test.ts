import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../src/server/store/database.ts'
import { openStore } from '../../src/server/store/openStore.ts'
import type { KeptLog, Store } from '../../src/server/store/tables.ts'

const bin = fileURLToPath(new URL('../../src/cli/qingquan.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'qingquan-cli-store-'))
const place = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function qingquan(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(bin, [...args], { encoding: 'utf8' })
  expect(stderr).not.toMatch(/\n\s+at /)
  return { status, stdout, stderr }
}

/** Beside a server that runs in this process. */
function alongside(
  ...args: readonly string[]
): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(bin, [...args])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })))
}

const file = '{"format":"qingquan-chart"}'

/** Two charts, one of them with a snapshot, a revision, a link that is used and a person. */
async function filled(directory: string): Promise<Store> {
  const store = await openStore(directory)
  const chart = { unit: '某局', steps: 1, createdAt: 1, changedAt: 1 }
  await store.people.create({ id: 'p', name: '张三', post: '科员' }, 1)
  for (const [id, title] of [
    ['a', '食品经营许可'],
    ['b', '资金使用'],
  ] as const) {
    await store.charts.create({ ...chart, id, title }, undefined, [
      { id: `l${id}`, hash: `hash ${id}`, chart: id, role: 'owner', name: '', createdAt: 1 },
    ])
    await store.log.append([edited(id, '受理', 1), edited(id, '决定', 2)])
  }
  await store.log.compact('a')
  await store.links.use('la', 'p', 5)
  const hash = createHash('sha256').update(file).digest('hex')
  await store.revisions.add({
    id: 'r',
    chart: 'a',
    at: 1,
    kind: 'named',
    name: '送审稿',
    authors: ['张三'],
    hash,
    file,
  })
  return store
}

function edited(chart: string, key: string, value: unknown) {
  const doc = new Y.Doc()
  doc.getMap('steps').set(key, value)
  return {
    chart,
    update: Y.encodeStateAsUpdate(doc),
    person: 'p',
    at: 1,
    clients: [doc.clientID],
    changes: [],
  }
}

function contentOf(log: KeptLog): { readonly [key: string]: unknown } {
  const doc = new Y.Doc()
  if (log.snapshot) Y.applyUpdate(doc, log.snapshot)
  for (const update of log.updates) Y.applyUpdate(doc, update)
  return doc.getMap('steps').toJSON()
}

async function everythingIn(directory: string) {
  const store = await openStore(directory)
  const all = {
    charts: await store.charts.list(),
    a: contentOf(await store.log.read('a')),
    b: contentOf(await store.log.read('b')),
    ownersOfB: (await store.log.read('b')).clients.length,
    links: await store.links.heldBy('p'),
    revision: await store.revisions.read('a', 'r'),
  }
  await store.close()
  return all
}

describe('qingquan backup and restore', () => {
  it('[CL6] copies while people write, and [CL7] restores onto an empty machine', async () => {
    const store = await filled(place('busy'))
    const acknowledged: string[] = []
    const writing = { goesOn: true }
    const writer = async (name: number) => {
      for (let n = 0; writing.goesOn; n += 1) {
        await store.log.append([edited('b', `${name}-${n}`, n)])
        acknowledged.push(`${name}-${n}`)
      }
    }
    const writers = [1, 2, 3].map(writer)
    await expect.poll(() => acknowledged.length).toBeGreaterThan(100)
    const before = [...acknowledged]
    const { status, said } = await alongside('backup', place('busy.db'), '--data', place('busy'))
    const after = acknowledged.length
    writing.goesOn = false
    await Promise.all(writers)
    await store.close()
    expect({ status, said }).toEqual({ status: 0, said: `已备份到“${place('busy.db')}”：2 张图\n` })
    // Nobody was kept waiting by the copy.
    expect(after).toBeGreaterThan(before.length)
    expect(statSync(place('busy.db')).mode & 0o777).toBe(0o600)

    expect(qingquan('restore', place('busy.db'), '--data', place('empty/machine'))).toEqual({
      status: 0,
      stdout: `已恢复到“${place('empty/machine')}”：2 张图\n`,
      stderr: '',
    })
    const there = await everythingIn(place('empty/machine'))
    expect(before.filter((key) => !(key in there.b))).toEqual([])
    // A backup holds no owners of Yjs client ids: whoever comes back after it may go on.
    expect({ ...there, b: {} }).toEqual({ ...(await everythingIn(place('busy'))), b: {}, ownersOfB: 0 })
    expect(qingquan('doctor', '--data', place('empty/machine'))).toMatchObject({ status: 0 })
  })

  it('[CL6] copies what a killed server has left, and writes nothing half', async () => {
    const store = await filled(place('left'))
    // As after kill -9: the newest is in the WAL only.
    for (const end of ['', '-wal'])
      spawnSync('cp', [place(`left/qingquan.db${end}`), place(`left-copy${end}`)])
    await store.close()
    expect(statSync(place('left-copy-wal')).size).toBeGreaterThan(0)
    spawnSync('mkdir', [place('killed')])
    for (const end of ['', '-wal']) copyFileSync(place(`left-copy${end}`), place(`killed/qingquan.db${end}`))
    expect(qingquan('backup', place('killed.db'), '--data', place('killed'))).toMatchObject({ status: 0 })
    expect(qingquan('restore', place('killed.db'), '--data', place('killed-again'))).toMatchObject({
      status: 0,
    })
    expect(await everythingIn(place('killed-again'))).toEqual({
      ...(await everythingIn(place('left'))),
      ownersOfB: 0,
    })

    expect(qingquan('backup', place('x.db'), '--data', place('nowhere'))).toEqual({
      status: 1,
      stdout: '',
      stderr: `“${place('nowhere')}”里没有清权图的数据\n`,
    })
    expect(qingquan('backup', place('no/x.db'), '--data', place('left')).stderr).toContain(
      '没有这个文件或文件夹',
    )
    writeFileSync(place('old.db'), 'an earlier backup')
    writeFileSync(place('nothing'), '')
    spawnSync('mkdir', [place('torn')])
    const bytes = readFileSync(place('left/qingquan.db'))
    writeFileSync(place('torn/qingquan.db'), bytes.fill(0xff, 4096 * 3, 4096 * 5))
    expect(qingquan('backup', place('old.db'), '--data', place('torn'))).toMatchObject({ status: 1 })
    expect(readFileSync(place('old.db'), 'utf8')).toBe('an earlier backup')
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('[CL7] keeps what is there, unless it is told to replace it, and even then', async () => {
    const store = await filled(place('first'))
    await store.close()
    expect(qingquan('backup', place('first.db'), '--data', place('first'))).toMatchObject({ status: 0 })
    const later = await openStore(place('first'))
    await later.log.append([edited('a', '之后', 3)])

    const restore = (...more: readonly string[]) =>
      qingquan('restore', place('first.db'), '--data', place('first'), ...more)
    expect(
      (await alongside('restore', place('first.db'), '--data', place('first'), '--replace')).said,
    ).toContain('正在被另一个清权图服务使用')
    await later.close()
    expect(restore()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('--replace') })
    expect((await everythingIn(place('first'))).a).toHaveProperty('之后')

    const before = place('first/qingquan.db.before-1')
    expect(restore('--replace').stdout).toContain(`原来的数据留在“${before}”`)
    expect((await everythingIn(place('first'))).a).toEqual({ 受理: 1, 决定: 2 })
    // What was there can be restored like a backup.
    expect(qingquan('restore', before, '--data', place('back'))).toMatchObject({ status: 0 })
    expect((await everythingIn(place('back'))).a).toHaveProperty('之后')
  })

  it('[CL7] checks the file first', async () => {
    writeFileSync(place('text.db'), '不是数据库'.repeat(1000))
    expect(qingquan('restore', place('text.db'), '--data', place('safe'))).toMatchObject({
      status: 1,
      stderr: '数据库已损坏，或者不是清权图的数据库\n',
    })
    expect(qingquan('restore', place('none.db'), '--data', place('safe')).stderr).toContain('没有这个文件')
    expect(existsSync(place('safe/qingquan.db'))).toBe(false)
    expect(qingquan('restore')).toMatchObject({ status: 2, stderr: '请写明备份文件\n' })
    expect(qingquan('backup', 'a', 'b')).toMatchObject({ status: 2 })
  })

  it('[CL7] replaces a database that cannot be opened any more, and keeps it', async () => {
    await (await filled(place('good'))).close()
    qingquan('backup', place('good.db'), '--data', place('good'))
    spawnSync('mkdir', [place('broken')])
    writeFileSync(place('broken/qingquan.db'), 'broken')
    writeFileSync(place('broken/qingquan.db-wal'), 'broken too')
    expect(qingquan('restore', place('good.db'), '--data', place('broken'), '--replace')).toMatchObject({
      status: 0,
    })
    expect(readFileSync(place('broken/qingquan.db.before-1'), 'utf8')).toBe('broken')
    expect(readFileSync(place('broken/qingquan.db.before-1-wal'), 'utf8')).toBe('broken too')
    expect(await everythingIn(place('broken'))).toEqual({
      ...(await everythingIn(place('good'))),
      ownersOfB: 0,
    })
  })
})

describe('qingquan doctor', () => {
  it('[CL8] finds nothing in sound data, also while a server runs', async () => {
    const store = await filled(place('sound'))
    expect(await alongside('doctor', '--data', place('sound'))).toEqual({
      status: 0,
      said: '检查了 2 张图、1 个历史版本，没有发现问题\n',
    })
    await store.close()
    expect(qingquan('doctor', '--data', place('nowhere'))).toMatchObject({ status: 1 })
  })

  it('[CL8] finds one byte that was flipped in a snapshot on the disk', async () => {
    const store = await filled(place('flipped'))
    const { snapshot } = await store.log.read('a')
    await store.close()
    const bytes = readFileSync(place('flipped/qingquan.db'))
    const at = bytes.indexOf(snapshot!)
    expect(at).toBeGreaterThan(0)
    bytes[at + 10]! ^= 1
    writeFileSync(place('flipped/qingquan.db'), bytes)
    const said = '图“食品经营许可”（a）：快照损坏；已不能完整读出\n'
    expect(qingquan('doctor', '--data', place('flipped'))).toEqual({
      status: 1,
      stdout: `${said}检查了 2 张图、1 个历史版本，1 张图有问题\n`,
      stderr: '',
    })
    // Better a copy of what is left than none: it is made, and what is wrong with it said.
    expect(qingquan('backup', place('flipped.db'), '--data', place('flipped'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('其中 1 张'),
      stderr: said,
    })
    expect(qingquan('restore', place('flipped.db'), '--data', place('flipped-2'))).toMatchObject({
      status: 1,
    })
    const restored = await openStore(place('flipped-2'))
    expect(contentOf(await restored.log.read('b'))).toEqual({ 受理: 1, 决定: 2 })
    await restored.close()
  })

  it.each([
    ['UPDATE updates SET bytes = zeroblob(5) WHERE seq = 1', '第 1 次修改损坏；已不能完整读出'],
    ["DELETE FROM updates WHERE chart = 'b' AND seq = 1", '已不能完整读出'],
    ["UPDATE revisions SET file = '{}'", '历史版本“送审稿”（1970-01-01 00:00）的内容与校验值不符'],
    ["UPDATE updates SET chart = 'a', seq = 1 WHERE chart = 'b' AND seq = 1", '快照与修改记录不一致'],
  ])('[CL8] finds what %s does', async (sql, said) => {
    const directory = mkdtempSync(place('harmed-'))
    await (await filled(directory)).close()
    const database = openDatabase(directory)
    if (said.includes('不一致'))
      database.exec("UPDATE snapshots SET through = 1; UPDATE charts SET seq = 1 WHERE id = 'a'")
    database.exec(sql)
    database.close()
    const { status, stdout } = qingquan('doctor', '--data', directory)
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining(said) })
  })

  it('[CL8] says when the file as a whole is broken', async () => {
    await (await filled(place('structure'))).close()
    const database = openDatabase(place('structure'))
    database.exec("PRAGMA foreign_keys = OFF; DELETE FROM charts WHERE id = 'b'")
    database.close()
    const { status, stdout } = qingquan('doctor', '--data', place('structure'))
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining('数据库结构损坏：') })
  })
})
