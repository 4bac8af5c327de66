/**
 * `npm test`: finds or installs what the tests need, then runs the gates (types, lint,
 * format, unused code) beside Vitest. Ends with `N passed, N failed`, gates counted in.
 * With `--deep` what is random runs over thousands of charts (test/support/depth.ts).
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { missingTools, wishedTools } from './support/tools.ts'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules/.bin')
const report = join(root, 'node_modules/.cache/vitest-report.json')

const gates: readonly (readonly [string, ...string[]])[] = [
  ['tsc', '-b'],
  ['oxlint'],
  ['oxfmt', '--check', '.'],
  ['knip'],
]

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}

prepare()
rmSync(report, { force: true })
const [status, failedGates] = await Promise.all([vitest(), gatesInTurn()])
const { passed, failed } = counted(status)
for (const { name, said } of failedGates) console.log(`\n— ${name}\n${said}`)
console.log(`${passed + gates.length - failedGates.length} passed, ${failed + failedGates.length} failed`)
process.exitCode = failed + failedGates.length > 0 || passed === 0 ? 1 : 0

interface FailedGate {
  readonly name: string
  readonly said: string
}

/** One at a time: the two workers of Vitest fill the cores of a small machine already. */
async function gatesInTurn(): Promise<readonly FailedGate[]> {
  const failed: FailedGate[] = []
  for (const [tool, ...args] of gates) {
    const { status, said } = await ran(tool, args, 'pipe')
    console.log(`— ${tool}: ${status === 0 ? 'passed' : 'failed'}`)
    if (status !== 0) failed.push({ name: tool, said })
  }
  return failed
}

async function vitest(): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return (await ran('vitest', ['run', ...reporters], 'inherit')).status
}

interface Ran {
  readonly status: number
  /** Empty where it went to the terminal. */
  readonly said: string
}

async function ran(tool: string, args: readonly string[], output: 'pipe' | 'inherit'): Promise<Ran> {
  const depth = process.argv.includes('--deep') ? { QINGQUAN_DEPTH: 'deep' } : {}
  const stdio = ['ignore', output, output] as const
  const child = spawn(join(bin, tool), args, {
    cwd: root,
    stdio: [...stdio],
    env: { ...process.env, ...depth },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ status: code ?? 1, said })))
}

/** A suite that does not even load has no failed test; it counts as one. */
function counted(status: number): { readonly passed: number; readonly failed: number } {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report
  const failed = numFailedTests > 0 ? numFailedTests : numFailedTestSuites
  return { passed: numPassedTests, failed: failed > 0 || status === 0 ? failed : 1 }
}

function prepare(): void {
  const missing = missingTools()
  const wished = wishedTools()
  if (missing.length + wished.length === 0) return
  console.log(`Installing ${[...missing, ...wished].join(', ')}`)
  const canInstall = process.getuid?.() === 0 && run('apt-get', ['update', '-q']) === 0
  if (missing.length > 0 && !(canInstall && install(missing)))
    console.error(`缺少测试所需的程序，请先安装：apt-get install ${missing.join(' ')}`)
  // One by one: a system that lacks one of them may have the others.
  const lacking = wished.filter((name) => !(canInstall && install(['--no-install-recommends', name])))
  if (lacking.length > 0)
    console.error(
      `没有装上：${lacking.join('、')}。没有 LibreOffice（打开表格和文书）或 zbar（读二维码），需要它们的测试这次跳过；没有 postgresql，PostgreSQL 上的存储这次不测；没有 chromium-headless-shell，浏览器测试慢一些。`,
    )
}

function install(packages: readonly string[]): boolean {
  return run('apt-get', ['install', '-y', '-q', ...packages]) === 0
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env }).status ?? 1
}
