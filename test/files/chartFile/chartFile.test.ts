import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChartFileError } from '../../../src/files/chartFile/chartFileError.ts'
import { chartJsonSchema } from '../../../src/files/chartFile/chartSchema.ts'
import { readChartFile } from '../../../src/files/chartFile/readChartFile.ts'
import { writeChartFile, writePublicChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'
import { arbitraryChart, comparable } from '../arbitraryChart.ts'
import { counter } from '../counter.ts'

const head = { format: 'qingquan-chart', version: 1 }

function read(file: object) {
  return readChartFile(JSON.stringify({ ...head, ...file }), counter())
}

function problemsOf(content: string | Uint8Array): readonly string[] {
  try {
    readChartFile(content, counter())
    return []
  } catch (error) {
    if (!(error instanceof ChartFileError)) throw error
    return error.problems.map(sayFault)
  }
}

function problemsIn(file: object): readonly string[] {
  return problemsOf(JSON.stringify({ ...head, ...file }))
}

const step = (id: string, rest: object = {}) => ({ id, kind: 'process', name: id, ...rest })

describe('a chart file', () => {
  it('[FI1] reads back what it wrote', () => {
    fc.assert(
      fc.property(arbitraryChart, (chart) => {
        const { chart: again, edition, notes } = readChartFile(writeChartFile(chart), counter())
        expect(comparable(again)).toEqual(comparable(chart))
        expect(edition).toBe('internal')
        expect(notes).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('[FI1] writes the same chart as the same bytes, with a line end at the end', () => {
    fc.assert(
      fc.property(arbitraryChart, (chart) => {
        const text = writeChartFile(chart)
        expect(writeChartFile(readChartFile(text, counter()).chart)).toBe(text)
        expect(text.endsWith('}\n')).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('[FI1] opens again even when a step has no name yet', () => {
    const { chart } = read({ steps: [step('a')] })
    const nameless = { ...chart, steps: chart.steps.map((made) => ({ ...made, name: '' })) }
    expect(readChartFile(writeChartFile(nameless), counter()).chart.steps[0]?.name).toBe('未命名')
  })

  it('says that it is external when it was written for the public', () => {
    const { chart } = read({ steps: [step('a'), step('内部会签', { internalOnly: true })] })
    const text = writePublicChartFile(externalEdition(chart, {}))
    expect(text).not.toContain('内部会签')
    expect(readChartFile(text, counter()).edition).toBe('external')
  })

  it('needs nothing but format and version', () => {
    expect(read({}).chart).toMatchObject({
      header: { title: '' },
      steps: [],
      grading: { id: 'high-medium-low' },
    })
  })

  it('takes a limit and a basis as they are worded, a level by its name', () => {
    const { chart } = read({
      steps: [step('a', { timeLimit: '5个工作日', legalBasis: ['《行政许可法》第三十二条'] })],
      risks: [{ id: 'r', step: 'a', text: '超时', level: '高', measures: ['m'] }],
      measures: [{ id: 'm', text: '公示' }],
    })
    expect(chart.steps[0]).toMatchObject({
      timeLimit: { kind: 'span', amount: 5, unit: 'workday', wording: '5个工作日' },
      legalBasis: [{ title: '《行政许可法》', article: '第三十二条' }],
    })
    expect(chart.risks[0]).toMatchObject({ level: 'high' })
    expect(chart.measures[0]).toMatchObject({ risks: ['r'] })
  })

  it('[FI2] says which fields it left out', () => {
    const { notes } = read({ colour: 'red', steps: [step('a', { mood: 'good' })] })
    expect(notes.map(sayFault)).toEqual([
      '不认识“colour”这一项，没有读入',
      '第 1 个环节：不认识“mood”这一项，没有读入',
    ])
  })

  it('[FI2] says which risks belong to nothing', () => {
    const { chart, notes } = read({ risks: [{ id: 'r', text: 'x' }] })
    expect(chart.risks).toEqual([])
    expect(notes.map(sayFault)).toEqual(['第 1 个风险点：不属于任何环节或岗位，没有读入'])
  })

  it('[FI3] finds what is wrong and says where', () => {
    const wrong = {
      header: { powerKind: 'magic' },
      posts: [{ id: 'p', name: ' ' }],
      steps: [
        step('a', { kind: 'circle' }),
        step('b', { timeLimit: { kind: 'span', wording: 'x' } }),
        { id: 'c' },
      ],
      flowlines: [{ id: 'f', from: 'a', to: 3 }],
    }
    expect(problemsIn(wrong)).toEqual([
      '“表头”的“职权类别”：不认识“magic”',
      '第 1 个岗位的“名称”：是空的',
      '第 1 个环节的“类型”：不认识“circle”',
      '第 2 个环节的“办理时限”的“数目”：没有填写',
      '第 2 个环节的“办理时限”的“单位”：没有填写',
      '第 3 个环节的“类型”：没有填写',
      '第 3 个环节的“名称”：没有填写',
      '第 1 个流线的“终点”：写法不对',
    ])
  })

  it('[FI3] finds what leads to nothing', () => {
    const wrong = {
      steps: [step('a', { posts: ['p'] }), step('a')],
      flowlines: [{ id: 'f', from: 'a', to: 'z' }],
      risks: [{ id: 'r', step: 'y', level: '严重', measures: ['m'] }],
    }
    expect(problemsIn(wrong)).toEqual([
      '第 2 个环节的“编号”：编号“a”重复',
      '第 1 个环节的“责任岗位”第 1 项：没有编号为“p”的岗位',
      '第 1 个流线的“终点”：没有编号为“z”的环节',
      '第 1 个风险点的“所属环节”：没有编号为“y”的环节',
      '第 1 个风险点的“风险等级”：分级办法里没有“严重”这一级',
      '第 1 个风险点的“防控措施”第 1 项：没有编号为“m”的防控措施',
    ])
  })

  it.each([
    ['', '不是完整的 JSON 文件（第 1 行第 1 个字）'],
    ['{"format":"qingquan-chart",\n "version":1,,}', '不是完整的 JSON 文件（第 2 行第 14 个字）'],
    ['{"format":"qingquan', '不是完整的 JSON 文件（第 1 行第 11 个字）'],
    ['[]', '不是清权图的流程图文件'],
    ['{"format":"drawio"}', '不是清权图的流程图文件'],
    ['{"format":"qingquan-chart","version":2}', '这个文件来自更新的清权图（文件版本 2）'],
    ['{"format":"qingquan-chart","version":"x"}', '不认识文件版本'],
    [
      '{"format":"qingquan-chart","version":1,"header":{"__proto__":{}}}',
      '“表头”：不能使用“__proto__”作名字',
    ],
    ['{"format":"qingquan-chart","version":1,"x":{"constructor":1}}', '“x”：不能使用“constructor”作名字'],
    [`{"format":"qingquan-chart","version":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '层次太深'],
  ])('[FI4] refuses %.60s', (content, sentence) => {
    expect(problemsOf(content).join()).toContain(sentence)
  })

  it('[FI4] refuses ids that are keys of every object', () => {
    expect(problemsIn({ steps: [step('constructor')] })).toEqual([
      '第 1 个环节的“编号”：不能使用“constructor”作名字，文件可能被人动过手脚',
    ])
  })

  it('[FI4] refuses 50 MB at once, and 5,001 steps', () => {
    const started = performance.now()
    expect(problemsOf(new Uint8Array(50 * 1024 * 1024))).toEqual(['文件超过 20 MB，不能打开'])
    expect(problemsOf('流'.repeat(8 * 1024 * 1024))).toEqual(['文件超过 20 MB，不能打开'])
    expect(performance.now() - started).toBeLessThan(3000)
    const steps = Array.from({ length: 5001 }, (_, index) => step(`s${index}`))
    expect(problemsIn({ steps })).toEqual(['“环节”：数量太多，最多 5000 个'])
  })

  it('[FI4] says at most twenty problems', () => {
    const steps = Array.from({ length: 100 }, () => step('same'))
    expect(problemsIn({ steps })).toHaveLength(20)
  })

  it('[FI4] answers any text with a chart or a ChartFileError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array()), (content) => {
        problemsOf(content)
      }),
    )
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('steps', 'posts', 'header', 'risks', 'grading'),
        (value, section) => {
          problemsIn({ [section]: value })
          problemsIn({ [section]: [value] })
        },
      ),
    )
  })

  it('reads what Notepad saved as ANSI or Unicode', () => {
    const text = JSON.stringify({ ...head, header: { title: '受理' } })
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect(readChartFile(utf16, counter()).chart.header.title).toBe('受理')
    const gb = Buffer.concat([
      Buffer.from(text.split('受理')[0] ?? ''),
      Buffer.from([0xca, 0xdc, 0xc0, 0xed]),
      Buffer.from('"}}'),
    ])
    expect(readChartFile(gb, counter()).chart.header.title).toBe('受理')
  })

  it('[FI5] opens files of version 0', () => {
    const { chart, notes } = readChartFile(fixture('version-0/01.json'), counter())
    expect(chart.header).toMatchObject({ unit: '某省卫生监督局', promisedLimit: { kind: 'span', amount: 5 } })
    expect(chart.steps.map(({ kind }) => kind).slice(0, 3)).toEqual(['terminator', 'process', 'decision'])
    expect(chart.flowlines).toHaveLength(14)
    expect(notes).toEqual([])
  })

  it('[FI5] says what it had to guess in version 0', () => {
    const { chart, notes } = readChartFile(fixture('version-0/04.json'), counter())
    expect(chart.posts.map(({ name }) => name)).toContain('分管局领导')
    expect(notes.map(sayFault)).toEqual(['第 2 个风险点的“风险等级”：“一般”的高低是推断的，请核对'])
  })

  it('publishes its schema', () => {
    const schema = JSON.stringify(chartJsonSchema())
    expect(schema).toContain('"/schema/chart-1.json"')
    expect(schema).toContain('"terminator"')
  })
})

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url))
}
