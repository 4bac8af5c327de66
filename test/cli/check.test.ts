import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../src/cli/qingquan.js', import.meta.url))
const first = fileURLToPath(new URL('../fixtures/version-0/01.json', import.meta.url))

/** The real program, as a person starts it. */
function check(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(bin, ['check', ...args], { input, encoding: 'utf8' })
  expect(stderr).not.toMatch(/\n\s+at /)
  return { status, stdout, stderr }
}

interface Answer {
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly steps: readonly string[]
    readonly message: string
  }[]
  readonly time: { readonly workdays: number; readonly days: number; readonly path: readonly string[] }
}

const small = (header: object) =>
  JSON.stringify({
    format: 'qingquan-chart',
    version: 1,
    header: { title: '备案', ...header },
    steps: [
      { id: 'a', kind: 'terminator', name: '申请' },
      { id: 'b', kind: 'process', name: '处理' },
    ],
    flowlines: [{ id: 'f', from: 'a', to: 'b' }],
  })

const rules = (file: string) =>
  (JSON.parse(check(['-', '--json'], file).stdout) as Answer).findings.map(({ rule }) => rule)

describe('qingquan check', () => {
  it('[CL5] answers findings and time as JSON, and 0 whatever was found', () => {
    const { status, stdout, stderr } = check([first, '--json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const answer = JSON.parse(stdout) as Answer
    expect(Object.keys(answer)).toEqual(['findings', 'time'])
    expect(answer.time).toEqual({ workdays: 5, days: 0, path: ['n5', 'n6', 'n7', 'n8', 'd2', 'n10'] })
    expect(answer.findings).not.toEqual([])
    for (const finding of answer.findings) {
      expect(Object.keys(finding)).toEqual(['rule', 'severity', 'steps', 'message'])
      expect(finding.rule).toMatch(/^[a-z]+(-[a-z]+)+$/)
      expect(['error', 'warning', 'hint']).toContain(finding.severity)
    }
  })

  it('[CL5] lists them in Chinese, the gravest first', () => {
    const { status, stdout } = check(['-'], small({}))
    expect(status).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('错误：没有“结束”端点：流程图应当有办结、归档等结束端点 [no-end]')
    expect(lines).toContain('提醒：环节名称“处理”太笼统：请写明对什么、做什么 [vague-name]')
    expect(lines.at(-2)).toMatch(/^共 2 个错误、2 个提醒、1 个建议$/)
    expect(check([first]).stdout).toContain('最长用时：5 个工作日（受理申请')
  })

  it('[CL5] asks a file that was written for the public for the telephone', () => {
    expect(rules(small({ hasExternal: true }))).toContain('no-supervision-phone')
    expect(rules(small({}))).not.toContain('no-supervision-phone')
  })

  it('[CL5] answers 1 for broken input, 2 for a wrong call', () => {
    expect(check(['-', '--json'], '{"format":')).toMatchObject({ status: 1, stdout: '' })
    expect(check(['none.json'])).toMatchObject({ status: 1, stdout: '' })
    expect(check([])).toMatchObject({ status: 2, stderr: '请写明要检查哪一个图文件\n' })
    expect(check([first, '--all'])).toMatchObject({ status: 2, stdout: '' })
    expect(check(['--help'])).toMatchObject({ status: 0 })
  })
})
