import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../src/cli/qingquan.js', import.meta.url))
const flow = (name: string) => fileURLToPath(new URL(`../fixtures/flows/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'qingquan-'))
const place = (name: string) => join(folder, name)

/** The real program, as a person starts it. */
function qingquan(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(bin, [...args], { input, encoding: 'utf8' })
  expect(stderr).not.toMatch(/\n\s+at /)
  return { status, stdout, stderr }
}

describe('qingquan import', () => {
  it('[CL1] makes a chart of a table, whole or not at all', () => {
    const output = place('08.json')
    const { status, stderr } = qingquan([
      'import',
      flow('08.tsv'),
      '-o',
      output,
      '--title',
      '资金使用',
      '--unit',
      '某医院',
    ])
    expect(status).toBe(0)
    // What is only proposed is said, and not in the chart.
    expect(stderr).toMatch(
      /^读入 13 个环节、16 条流线、3 个风险点\n按名称推断的职权类别和职责角色，没有写入图里[^\n]*\n$/,
    )
    const file = JSON.parse(readFileSync(output, 'utf8')) as { header: object; steps: object[] }
    expect(file).toMatchObject({ format: 'qingquan-chart', header: { title: '资金使用', unit: '某医院' } })
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('[CL1] reads standard input and writes standard output', () => {
    const { status, stdout, stderr } = qingquan(['import', '-'], '环节名称\t下一步\n受理\t9\n办结\t\n')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ steps: [{ name: '受理' }, { name: '办结' }] })
    expect(stderr).toContain('错误：第 2 行“下一步”：没有序号为 9 的环节')
  })

  it('[CL2] answers 1 and says why when no chart can be made', () => {
    expect(qingquan(['import', '-'], 'a\tb\nc\td')).toMatchObject({ status: 1, stdout: '' })
    expect(qingquan(['import', '-'], 'a\tb').stderr).toContain('没有读到流程')
    expect(qingquan(['import', place('none.tsv')]).stderr).toContain('没有这个文件或文件夹')
    writeFileSync(place('old.xls'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))
    expect(qingquan(['import', place('old.xls')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('.xlsx'),
    })
  })

  it('[CL2] answers 1 when it cannot write, and leaves what was there', () => {
    expect(qingquan(['import', flow('01.tsv'), '-o', place('none/a.json')])).toMatchObject({ status: 1 })
    expect(qingquan(['import', flow('01.tsv'), '-o', folder]).stderr).toContain('这是一个文件夹')
    expect(existsSync(place('none'))).toBe(false)
    if (existsSync('/dev/full')) {
      expect(qingquan(['import', flow('01.tsv'), '-o', '/dev/full'])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('磁盘已满'),
      })
    }
  })

  it('[CL1] keeps the permissions of the file it replaces', () => {
    writeFileSync(place('kept.json'), '')
    chmodSync(place('kept.json'), 0o640)
    qingquan(['import', flow('01.tsv'), '-o', place('kept.json')])
    expect(statSync(place('kept.json')).mode & 0o777).toBe(0o640)
  })
})

describe('qingquan arrange', () => {
  it.each(['flow', 'lanes', 'columns'])('[CL3] places every step and flowline of a chart: %s', (view) => {
    qingquan(['import', flow('01.tsv'), '-o', place('01.json')])
    const { status, stdout, stderr } = qingquan(['arrange', place('01.json'), '--view', view])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const file = JSON.parse(readFileSync(place('01.json'), 'utf8')) as Named
    const placed = JSON.parse(stdout) as Placed
    expect(Object.keys(placed.steps).toSorted()).toEqual(file.steps.map(({ id }) => id).toSorted())
    expect(Object.keys(placed.flowlines).toSorted()).toEqual(file.flowlines.map(({ id }) => id).toSorted())
    for (const step of Object.values(placed.steps))
      expect(Object.keys(step)).toEqual(['x', 'y', 'width', 'height'])
    for (const line of Object.values(placed.flowlines))
      expect(Object.keys(line)).toEqual(['points', 'label', 'return'])
    expect(placed.lanes.length > 0).toBe(view === 'lanes')
    expect(placed.width).toBeGreaterThan(0)
  })

  it('[CL3] arranges the external edition without what is internal', () => {
    const chart = {
      format: 'qingquan-chart',
      version: 1,
      header: { title: '备案', powerKind: 'licensing' },
      steps: [
        { id: 'a', kind: 'process', name: '受理' },
        { id: 'b', kind: 'process', name: '内部会签', internalOnly: true },
      ],
    }
    const { stdout } = qingquan(['arrange', '-', '--edition', 'external'], JSON.stringify(chart))
    expect(Object.keys((JSON.parse(stdout) as Placed).steps)).toHaveLength(1)
    const inner = { ...chart, header: { title: '报销', powerKind: 'finance' } }
    expect(qingquan(['arrange', '-', '--edition', 'external'], JSON.stringify(inner))).toMatchObject({
      status: 1,
      stdout: '',
    })
  })

  it('[CL2] says what is wrong with a chart file, with its place', () => {
    const wrong = { format: 'qingquan-chart', version: 1, steps: [{ id: 'a', kind: 'circle', name: '受理' }] }
    expect(qingquan(['arrange', '-'], JSON.stringify(wrong))).toEqual({
      status: 1,
      stdout: '',
      stderr: '第 1 个环节的“类型”：不认识“circle”\n',
    })
    expect(qingquan(['arrange', '-'], '{"format":').stderr).toContain(
      '不是完整的 JSON 文件（第 1 行第 11 个字）',
    )
  })
})

describe('qingquan', () => {
  it.each([
    [[], '用法'],
    [['draw'], '没有“draw”这个命令'],
    [['import'], '请写明要导入哪一个文件'],
    [['import', 'a', 'b'], '一次只能导入一个文件'],
    [['import', '--colour'], '没有“--colour”这个选项'],
    [['arrange', 'a.json', '--view', 'round'], '--view 不认识“round”，可以写：flow、lanes、columns'],
    [['arrange', 'a.json', '--view'], '“--view”后面要写值'],
  ])('[CL4] called wrongly answers 2: %j', (args, words) => {
    const { status, stdout, stderr } = qingquan(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  it('[CL4] tells how it is called', () => {
    expect(qingquan(['--help'])).toMatchObject({ status: 0, stderr: '' })
    expect(qingquan(['import', '--help']).stdout).toContain('--title')
  })
})

interface Named {
  readonly steps: readonly { readonly id: string }[]
  readonly flowlines: readonly { readonly id: string }[]
}

interface Placed {
  readonly steps: { readonly [id: string]: object }
  readonly flowlines: { readonly [id: string]: object }
  readonly lanes: readonly object[]
  readonly width: number
}
