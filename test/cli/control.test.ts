/** `qingquan control` against the real server. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MeasureList } from '../../src/model/control/measureList.ts'
import { chinaDay } from '../../src/model/time/chinaDay.ts'
import { chartOf } from '../support/chartOf.ts'
import { startServed, type Served } from '../support/served.ts'
import { called } from './called.ts'

const today = chinaDay(Date.now())
let served: Served
let dir: string

beforeAll(async () => {
  served = await startServed()
  dir = mkdtempSync(join(tmpdir(), 'qingquan-control-'))
  const body = { scope: 'administrator', name: '监察室' }
  const made = await served.ask('POST', '/api/links', { token: served.server.administrator, body })
  writeFileSync(join(dir, '链接'), String(made.json['link']))
  const chart = chartOf('申请 → 审核 → 决定', {}, { title: '采购' })
  const risk = { id: 'r', order: 'a0', step: chart.steps[1]!.id, text: '围标' }
  const measure = {
    id: 'm',
    order: 'a0',
    text: '抽查评标记录',
    risks: ['r'],
    schedule: today,
    evidence: '抽查表',
  }
  await served.chart({ ...chart, risks: [risk], measures: [measure] })
})
afterAll(async () => served.close())

const run = async (...args: readonly string[]) =>
  called('control', ...args, '--server', served.url, '--token-file', join(dir, '链接'))

it('[CL33] lists the 台账, enters what was done with evidence, and writes both forms', async () => {
  const listed = JSON.parse((await run('list', '--json')).out) as MeasureList
  expect(listed).toMatchObject({
    total: 1,
    rows: [{ text: '抽查评标记录', state: 'open', scheduled: today }],
  })
  const { chart, measure } = listed.rows[0]!
  const check = ['check', chart, measure, '--scheduled', today, '--result', 'done'] as const
  expect(await run(...check)).toMatchObject({ code: 2, said: expect.stringContaining('缺少 --done-on') })
  const entered = await run(...check, '--done-on', today)
  expect(entered.code, entered.said).toBe(0)
  const id = /编号 (\S+)/.exec(entered.out)![1]!
  writeFileSync(join(dir, '抽查表.txt'), '抽查3份')
  expect(await run('evidence', chart, id, '--file', join(dir, '抽查表.txt'))).toMatchObject({ code: 0 })
  expect(await run(...check, '--done-on', today)).toMatchObject({
    code: 1,
    said: expect.stringContaining('已经落实'),
  })
  const after = await run('list', '--state', '已落实')
  expect(after.out).toContain('抽查评标记录')
  expect(after.said).toContain('落实率100.0%')
  for (const [job, file] of [
    ['form', '表.xlsx'],
    ['remind', '提醒.docx'],
  ] as const) {
    expect(await run(job, '-o', join(dir, file))).toMatchObject({ code: 0 })
    expect(existsSync(join(dir, file))).toBe(true)
  }
  expect(await run('list', '--state', '完成')).toMatchObject({ code: 2 })
  expect(await run('remind', '--month', '2026-13', '-o', join(dir, 'x.docx'))).toMatchObject({ code: 2 })
})

it('[CL33] takes a 预警 case on its way, and writes its register', async () => {
  const opened = await run('warning', 'new', 'open', 'source=审计', 'problem=未按规定招标', 'about=采购')
  expect(opened, opened.said).toMatchObject({ code: 0, out: expect.stringMatching(/^\d{4}-001：待研判/) })
  const number = opened.out.slice(0, 8)
  expect(await run('warning', number, 'judge', 'stands=true', 'text=属实')).toMatchObject({ code: 0 })
  expect(await run('warning', number, 'mend', 'text=已整改')).toMatchObject({ code: 1 })
  expect(await run('warning', number, 'judge', 'stands')).toMatchObject({ code: 2 })
  expect((await run('warnings')).out).toContain('待处置')
  expect(await run('warning-form', '-o', join(dir, '台账.xlsx'))).toMatchObject({ code: 0 })
})

it('[CL33] lists risks by number, freezes a year and hands it out to the byte, compares two', async () => {
  expect((await run('risks')).out).toMatch(/^\d{4}-0001\t新增\t未定级\t采购\t审核\t围标\n$/)
  for (const name of ['甲年', '乙年']) expect(await run('freeze', name)).toMatchObject({ code: 0 })
  expect(await run('freeze', '甲年')).toMatchObject({ code: 1, said: expect.stringContaining('同名') })
  const path = `/api/control/years/${encodeURIComponent('甲年')}`
  const frozen = await served.ask('GET', path, { token: served.server.administrator })
  expect((await run('year', '甲年')).out).toBe(frozen.text)
  expect(await run('compare', '甲年', '乙年', '-o', join(dir, '对比.docx'))).toMatchObject({ code: 0 })
  expect(await run('risk-form', '-o', join(dir, '档案.xlsx'))).toMatchObject({ code: 0 })
})
