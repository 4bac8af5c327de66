import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/main.ts'
import { nodeIo } from '../../src/cli/nodeIo.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { chartOf } from '../support/chartOf.ts'

const folder = mkdtempSync(join(tmpdir(), 'qingquan-replay-'))
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const chart = file('chart.json', writeChartFile(chartOf('受理 → 审查 → 决定 → 送达')))
const log = file(
  'log.csv',
  [
    '办件编号,环节名称,环节处理人,开始时间,结束时间',
    'A1,受理,张三,2026-03-02 09:00,2026-03-02 10:00',
    'A1,决定,张三,2026-03-03 09:00,2026-03-03 10:00',
    'A1,送达,张三,2026-03-04 09:00,2026-03-04 10:00',
    'A2,受理,张三,三月,',
  ].join('\n'),
)

async function run(...args: readonly string[]) {
  let out = ''
  const err: string[] = []
  const io = {
    ...nodeIo,
    stdout: { write: (chunk: string | Uint8Array) => void (out += String(chunk)) },
    stderr: { write: (text: string) => void err.push(text) },
  }
  return { code: await runCli(['replay', ...args], io), out, err: err.join('') }
}

describe('qingquan replay', () => {
  it('[CL31] says what each case did otherwise, and how the table was read', async () => {
    const { code, out } = await run(chart, log)
    expect(code).toBe(0)
    expect(out).toContain('A1\n  跳过「审查」\n  张三一人经办又决定')
    expect(out).toContain('表中 4 行，采用 3 行，未采用 1 行')
    expect(out).toContain('第 5 行未采用：时间无法识别（三月）')
    expect(out).toContain('没有给出人员岗位表')
  })

  it('[CL31] answers the same as JSON', async () => {
    const { out } = await run(chart, log, '--json')
    const report = JSON.parse(out) as { readonly cases: readonly object[]; readonly rows: readonly object[] }
    expect(report.cases).toMatchObject([
      { number: 'A1', deviations: 1, open: false, findings: [{ kind: 'skipped' }] },
    ])
    expect(report.rows).toMatchObject([{ rows: 4, used: 3 }])
  })

  it('[CL32] writes 办件分析 as a workbook and a document, with the same sentences', async () => {
    for (const name of ['a.xlsx', 'a.docx']) {
      const path = join(folder, name)
      expect(await run(chart, log, '-o', path)).toMatchObject({ code: 0, out: '' })
      const said = Object.entries(unzipSync(readFileSync(path)))
        .filter(([part]) => part.endsWith('.xml'))
        .map(([, bytes]) => strFromU8(bytes))
        .join('')
      for (const words of ['按月汇总', '环节运行', '跳过「审查」', '第 5 行未采用', '内部资料，不得公开'])
        expect(said, name).toContain(words)
    }
  })

  it('[CL31] refuses what it cannot judge by, with the place', async () => {
    const round = file('round.json', writeChartFile(chartOf('受理 → 审查 → 受理')))
    expect(await run(round, log)).toMatchObject({
      code: 1,
      err: expect.stringContaining('走不到终点') as string,
    })
    const none = file('none.csv', '姓名,电话\n张三,1')
    expect(await run(chart, none)).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有找到办件') as string,
    })
    expect(await run(chart, log, '--bind', '审查=复核')).toMatchObject({ code: 2 })
    expect(await run(chart)).toMatchObject({ code: 2 })
  })
})
