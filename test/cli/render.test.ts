import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { CommandError, type CliCommand, type Io } from '../../src/cli/cliCommand.ts'
import { exportChart } from '../../src/cli/commands/exportChart.ts'
import { render } from '../../src/cli/commands/render.ts'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import type { Chart } from '../../src/model/chart.ts'
import { chartOf, counting } from '../support/chartOf.ts'
import { pdfInfo, pdfText } from '../support/poppler.ts'

interface Ran {
  readonly written: Buffer
  readonly said: string
}

/** Runs the command on a disk of one file. */
const run = async (chart: Chart | Uint8Array, ...args: readonly string[]) => runWith(render, chart, ...args)

async function runWith(
  command: CliCommand,
  chart: Chart | Uint8Array,
  ...args: readonly string[]
): Promise<Ran> {
  let written: Buffer | undefined
  let said = ''
  const io: Io = {
    stdin: async () => new Uint8Array(),
    stdout: { write: () => {} },
    stderr: { write: (text) => (said += text) },
    readFile: async () =>
      chart instanceof Uint8Array ? chart : new TextEncoder().encode(writeChartFile(chart)),
    writeFile: async (_, content) => {
      written = Buffer.from(content)
    },
  }
  expect(await command.run(['图.json', ...args], io)).toBe(0)
  return { written: written!, said }
}

const flow = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/flows/${name}.json`, import.meta.url))
const licence: Chart = {
  ...chartOf('申请 → 审查 → 内部会签 → 决定', { 内部会签: { internalOnly: true } }),
  header: { title: '许可流程图', powerKind: 'licensing', supervisionPhone: '12345' },
  risks: [{ id: 'r', order: 'a', step: '审查', text: '把关不严', level: 'high' }],
}

describe('[CR1] render draws a chart file', () => {
  it('as a PNG of exactly 300 dpi', async () => {
    const { written } = await run(flow('02'), '--paper', 'A4', '-o', 'a.png')
    const png = PNG.sync.read(written)
    expect([png.width, png.height]).toEqual([2480, 3508])
    expect(written.includes('pHYs')).toBe(true)
    let dark = 0
    for (let i = 0; i < png.data.length; i += 4) if (png.data[i]! < 128) dark += 1
    expect(dark / (2480 * 3508)).toBeGreaterThan(0.005)
    expect(png.data[3]).toBe(255)
  })

  it('as a PDF, on A3 where no paper is named', async () => {
    const { written } = await run(flow('02'), '-o', 'a.pdf')
    expect(pdfInfo(written)).toMatch(/Page size:\s+841\.89 x 1190\.55/u)
    expect(pdfText(written)).toContain('组织推荐')
  })

  it('as an SVG, live or outlined, turned, on a sign', async () => {
    const live = await run(flow('02'), '--paper', '600x900', '--landscape', '-o', 'a.svg')
    expect(live.written.toString()).toContain('width="900mm" height="600mm"')
    expect(live.written.toString()).toContain('<text')
    const outlined = await run(flow('02'), '--outlined', '-o', 'a.svg')
    expect(outlined.written.toString()).not.toContain('<text')
  })

  it('as text, and as a chart file that can be read again', async () => {
    expect((await run(flow('02'), '-o', 'a.txt')).written.toString()).toContain('2. 组织推荐')
    const { written } = await run(licence, '-o', 'a.json')
    expect(readChartFile(written, counting()).chart.steps.map(({ name }) => name)).toEqual([
      '申请',
      '审查',
      '内部会签',
      '决定',
    ])
  })

  it.each(['flow', 'lanes', 'columns'])('in the view %s', async (view) => {
    const { written } = await run(flow('02'), '--view', view, '-o', 'a.svg')
    expect(written.toString().includes('>防控措施<')).toBe(view === 'columns')
    // Steps without a post stand with their neighbours: no lane is made for them.
    expect(written.toString()).not.toContain('>未定岗位<')
  })
})

describe('[CR2] render --edition external', () => {
  it('leaves out what is internal, and risks unless they are disclosed', async () => {
    const said = async (...more: readonly string[]): Promise<string> =>
      (await run(licence, '--edition', 'external', '--format', 'txt', '-o', 'a', ...more)).written.toString()
    expect(await said()).toContain('外部流程图')
    expect(await said()).not.toMatch(/内部|把关不严/u)
    expect(await said('--disclose-risks')).toContain('［高］把关不严')
    const json = await run(licence, '--edition', 'external', '-o', 'a.json')
    expect(json.written.toString()).not.toMatch(/内部|把关不严/u)
  })

  it('says why there is none', async () => {
    const finance: Chart = { ...licence, header: { title: '报销流程图', powerKind: 'finance' } }
    await expect(run(finance, '--edition', 'external', '-o', 'a.pdf')).rejects.toThrow(/内部权力/u)
  })
})

it('[CR3] warns of text that is too small, with the page that would help, and draws all the same', async () => {
  const { written, said } = await run(
    flow('08'),
    '--view',
    'columns',
    '--paper',
    'A4',
    '--landscape',
    '-o',
    'a.svg',
  )
  expect(said).toMatch(/最小的字只有 \d\.\d 毫米.*建议改用 A\d (横|纵)向/u)
  expect(written.length).toBeGreaterThan(1000)
  expect((await run(flow('02'), '-o', 'a.svg')).said).toBe('')
})

it.each([
  [[], /-o/u],
  [['-o', 'a.doc'], /输出格式/u],
  [['-o', 'a.png', '--paper', 'B5'], /--paper 不认识“B5”/u],
  [['-o', 'a.png', '--view', 'x'], /--view 不认识“x”/u],
  [['-o', 'a.png', '又一个.json'], /一次只能画一个/u],
])('[CR4] says in Chinese what is wrong with the call %j', async (args, said) => {
  const call = run(licence, ...args)
  await expect(call).rejects.toThrow(said)
  await expect(call).rejects.toMatchObject({ exitCode: 2 })
})

it('[CR5] names a character that the font lacks, and where it stands', async () => {
  const chart = chartOf('受理\u{10FFFD}申请')
  const call = run(chart, '-o', 'a.pdf')
  await expect(call).rejects.toBeInstanceOf(CommandError)
  await expect(call).rejects.toThrow(/受理.*U\+10FFFD/u)
})

it('[CR5] leaves out what nobody sees, and says so', async () => {
  const { written, said } = await run(chartOf('受\u0008理\u200B → 决定'), '-o', 'a.svg')
  expect(said).toMatch(/U\+0008、U\+200B.*略去/u)
  expect(written.toString()).toContain('受理')
})

describe('[CR7] export writes a chart for another program', () => {
  it('in the edition asked for, after saying what it will not hold', async () => {
    const inner = await runWith(exportChart, licence, '--view', 'lanes', '-o', 'a.bpmn')
    expect(inner.written.toString()).toContain('内部会签')
    expect(inner.said).toContain('图的说明')
    const outer = await runWith(exportChart, licence, '--edition', 'external', '-o', 'a.mmd')
    expect(outer.written.toString()).toContain('"申请"')
    expect(outer.written.toString()).not.toContain('内部会签')
  })

  it('and refuses a format that it does not know', async () => {
    await expect(runWith(exportChart, licence, '-o', 'a.vsd')).rejects.toThrow('--format')
  })
})
