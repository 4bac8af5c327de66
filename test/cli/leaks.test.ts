/** What the command line writes for the public, of random charts full of canaries: every entry, every name, every byte around them. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import { chartOf } from '../support/chartOf.ts'
import { cases } from '../support/depth.ts'
import { approve } from '../support/approved.ts'
import { reopened } from '../support/registers.ts'
import type { Served } from '../support/served.ts'
import { startServed } from '../support/served.ts'
import { besides, openedZip, whereFound, type Outputs } from '../sheet/publicOutputs.ts'
import { canary, secretChart } from '../sheet/secretChart.ts'
import { called } from './called.ts'

/** No font has it. */
const rare = '\u{E000}'

function folder(charts: readonly Chart[], others: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'qingquan-leaks-'))
  const dir = join(root, 'charts')
  mkdirSync(dir)
  for (const [at, chart] of charts.entries())
    writeFileSync(join(dir, `${at + 1}.json`), writeChartFile(chart))
  for (const [name, text] of Object.entries(others)) writeFileSync(join(dir, name), text)
  return { dir, in: (name: string) => join(root, name) }
}

const random = (numRuns: number, seed: number) => fc.sample(secretChart, { numRuns, seed })

describe('[CT32] what is exported for the public', () => {
  it.each([
    ['pdf,json,register', cases(8, 30)],
    ['png', cases(2, 3)],
  ])(
    '%s of %i charts: nothing internal in any entry of the zip, its name, or beside it',
    async (format, count) => {
      const at = folder(random(count, 7))
      const zip = at.in('公开.zip')
      const args = ['--edition', 'external', '--format', format, '--paper', 'A4', '-o', zip]
      const { code, out, said } = await called('batch', 'export', at.dir, ...args)
      expect([code, said]).toEqual([0, `共 ${count} 张图，全部完成\n`])
      const bytes = readFileSync(zip)
      expect(Object.keys(openedZip(bytes).entries)).toHaveLength(format === 'png' ? count : 2 * count)
      expect(whereFound(canary, { zip: bytes, out, said })).toEqual([])
    },
  )

  it('[EX12] files of other programs hold it neither, and are all there under names of their own', async () => {
    const formats = ['docx', 'pptx', 'xlsx', 'drawio', 'vsdx', 'bpmn', 'bpmn-camunda8', 'mermaid', 'html']
    const at = folder(random(2, 12))
    const zip = at.in('公开.zip')
    const asked = ['--edition', 'external', '--format', formats.join(','), '-o', zip]
    const { code, out, said } = await called('batch', 'export', at.dir, ...asked)
    expect(code).toBe(0)
    expect(said).toContain('给别的软件的文件里可能没有这些内容')
    const bytes = readFileSync(zip)
    const names = Object.keys(openedZip(bytes).entries)
    expect(names).toHaveLength(2 * formats.length)
    expect(names.some((name) => name.endsWith('-bpmn-camunda8.bpmn'))).toBe(true)
    expect(whereFound(canary, { zip: bytes, out, said })).toEqual([])
  })

  it('and the same of the inner edition is full of it', async () => {
    const [one, two] = random(2, 7)
    const at = folder([one!, { ...two!, header: { ...two!.header, title: `${canary}内部题` } }])
    const zip = at.in('内部.zip')
    await called('batch', 'export', at.dir, '--format', 'pdf,json,register', '-o', zip)
    const found = whereFound(canary, { zip: readFileSync(zip) })
    for (const ending of [besides, '.pdf', '.json', '.xlsx/xl/sharedStrings.xml'])
      expect(
        found.some((place) => place.endsWith(ending)),
        ending,
      ).toBe(true)
  })

  it('what fails is said to who runs the command, who has the files, and not in the zip', async () => {
    const inner = chartOf('申请 → 付款', {}, { title: `${canary}报销`, powerKind: 'finance' })
    const at = folder([...random(2, 8), inner], { [`${canary}坏.json`]: '{' })
    const zip = at.in('公开.zip')
    const { code, said } = await called('batch', 'export', at.dir, '--edition', 'external', '-o', zip)
    expect(code).toBe(1)
    expect(said).toContain(`${canary}坏.json`)
    expect(said).toContain('3.json')
    const bytes = readFileSync(zip)
    expect(Object.keys(openedZip(bytes).entries)).toHaveLength(2)
    expect(whereFound(canary, { zip: bytes })).toEqual([])
  })

  it('is not stopped, and nothing is said, by a character that only the inside has', async () => {
    const [chart] = random(1, 9)
    const odd = chartOf(
      `申请 → ${rare}会签 → 决定`,
      { [`${rare}会签`]: { internalOnly: true }, 决定: { note: rare } },
      { ...chart!.header, preparedBy: rare },
    )
    const at = folder([odd])
    const zip = at.in('公开.zip')
    const external = await called('batch', 'export', at.dir, '--edition', 'external', '-o', zip)
    expect(external).toEqual({ code: 0, out: '', said: '共 1 张图，全部完成\n' })
    const internal = await called('batch', 'export', at.dir, '-o', at.in('内部.zip'))
    expect([internal.code, internal.said]).toEqual([1, expect.stringContaining('U+E000')])
  })
})

describe('[CT32] [CT7] the catalogue that is for the public', () => {
  it.each(['xlsx', 'docx'])(
    'holds nothing internal, made of charts alone or of a catalogue: %s',
    async (ending) => {
      const charts = random(30, 11).map((chart, i) => ({
        ...chart,
        header: { ...chart.header, title: `${canary}内部题${i}`, publicTitle: `许可${i}` },
      }))
      const power = {
        id: canary,
        order: 'a0',
        name: '用印',
        note: `${canary}备注`,
        chart: charts[0]!.header.title,
      }
      const listed = JSON.stringify({ format: 'qingquan-catalogue', version: 1, powers: [power] })
      const at = folder(charts)
      writeFileSync(at.in('目录.json'), listed)
      const [alone, whole] = [at.in(`一.${ending}`), at.in(`二.${ending}`)]
      const first = await called('catalogue', 'export', '--public', at.dir, '-o', alone)
      expect(first).toEqual({ code: 0, out: '', said: '写出 30 项职权\n' })
      await called('catalogue', 'export', '--public', at.in('目录.json'), at.dir, '-o', whole)
      const files = { alone: readFileSync(alone), whole: readFileSync(whole) }
      expect(whereFound(canary, files)).toEqual([])
      expect(reopened(files.alone).text).toContain('许可29')
      expect(reopened(files.whole).text).toMatch(/用印[^]*许可0/)
      await called('catalogue', 'export', at.dir, '-o', alone)
      expect(whereFound(canary, { alone: readFileSync(alone) }), 'of the inner one').toHaveLength(1)
    },
  )

  it('says how many powers are not listed, and lists no power over money', async () => {
    const money = chartOf('申请 → 付款', {}, { title: `${canary}报销`, powerKind: 'finance' })
    const at = folder([...random(1, 12), money])
    const to = at.in('目录.xlsx')
    const { code, said } = await called('catalogue', 'export', '--public', at.dir, '-o', to)
    expect([code, said]).toEqual([0, expect.stringContaining('写出 1 项职权\n未列入 1 项')])
    expect(whereFound(canary, { to: readFileSync(to) })).toEqual([])
  })
})

describe('[CT32] [CT31] the folder that is to be looked at', () => {
  let served: Served | undefined
  afterAll(async () => served?.close())

  it('holds nothing internal, neither in its files nor in the names of its folders', async () => {
    served = await startServed()
    for (const chart of random(8, 10)) {
      const { id, tokens } = await served.chart(chart)
      await approve(served.url, id, tokens.owner)
    }
    const at = folder([])
    writeFileSync(at.in('链接'), `${served.url}/#${served.server.administrator}\n`)
    const order = ['--server', served.url, '--token-file', at.in('链接'), '--dry-run', '-o', at.in('审查')]
    const { code, out, said } = await called('batch', 'publish', ...order)
    expect([code, said]).toEqual([0, expect.stringContaining('8 张图将要公开的内容已写入')])
    const files = filesIn(at.in('审查'))
    expect(Object.keys(files)).toHaveLength(1 + 8 * 4)
    expect(whereFound(canary, { ...files, names: Object.keys(files).join('\n'), out })).toEqual([])
  })
})

function filesIn(dir: string): Outputs {
  const inside = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return Object.fromEntries(
    inside.map((one) => {
      const path = join(one.parentPath, one.name)
      return [path.slice(dir.length), readFileSync(path)]
    }),
  )
}
