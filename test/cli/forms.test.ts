import { describe, expect, it } from 'vitest'
import { CommandError, type Io } from '../../src/cli/cliCommand.ts'
import { forms } from '../../src/cli/commands/forms.ts'
import { writeChartFile } from '../../src/files/chartFile/writeChartFile.ts'
import { expenses, reopened } from '../support/registers.ts'

/** Runs the command where every file is the same chart. */
async function run(...args: readonly string[]) {
  let written = new Uint8Array()
  let said = ''
  const io: Io = {
    stdin: async () => new Uint8Array(),
    stdout: { write: (chunk) => (written = Buffer.from(chunk)) },
    stderr: { write: (text) => (said += text) },
    readFile: async () => new TextEncoder().encode(writeChartFile(expenses())),
    writeFile: async (_, content) => {
      written = Buffer.from(content)
    },
  }
  expect(await forms.run(args, io)).toBe(0)
  return { written, said }
}

const refused = async (...args: readonly string[]) => {
  const error = await run(...args).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(CommandError)
  return error as CommandError
}

describe('qingquan forms', () => {
  it('[CL9] makes one register of many charts, dated as told', async () => {
    const order = ['a.json', 'b.json', '--form', 'risk-list', '--date', '2026-09-18', '-o', '表.xlsx']
    const { written, said } = await run(...order)
    expect(said).toBe('共 10 个风险点，1 张表\n')
    expect(reopened(written).text).toContain(
      '合计：风险点10个，其中高4个、中2个、低2个、未定级2个；防控措施8条。',
    )
    expect(reopened(written).text).toContain('填表日期：2026年9月18日')
    expect((await run(...order)).written).toEqual(written)
  })

  it('[CL9] goes by the format that is named before the name of the file', async () => {
    const { written, said } = await run('a.json', '--form', 'personal', '--format', 'docx', '-o', '-')
    expect(said).toContain('4 张表')
    expect(reopened(written).text).toContain('个人（岗位）廉政风险点排查登记表')
  })

  it('[CL4] says how to call', async () => {
    expect((await refused('--form', 'summary', '-o', 'a.xlsx')).exitCode).toBe(2)
    expect((await refused('a.json', '-o', 'a.xlsx')).message).toContain('risk-list')
    expect((await refused('a.json', '--form', 'all', '-o', 'a.xlsx')).message).toContain('不认识“all”')
    expect((await refused('a.json', '--form', 'summary', '-o', 'a.pdf')).message).toContain('--format')
    expect((await refused('a.json', '--form', 'summary')).message).toContain('-o')
    expect(
      (await refused('a.json', '--form', 'summary', '--date', '2026-02-30', '-o', 'a.xlsx')).message,
    ).toContain('2026-02-30')
  })
})
