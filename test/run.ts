/**
 * `npm test`: finds or installs what the tests need, then runs the gates (types, lint,
 * format, unused code) and Vitest. Ends with `N passed, N failed`, gates counted in.
 */
import { spawnSync } from 'node:child_process'
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
const failedGates = gates.filter(([tool, ...args]) => {
  console.log(`\n— ${tool}`)
  return run(join(bin, tool), args) !== 0
})
rmSync(report, { force: true })
const status = run(join(bin, 'vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
const { passed, failed } = counted(status)
console.log(`${passed + gates.length - failedGates.length} passed, ${failed + failedGates.length} failed`)
process.exitCode = failed + failedGates.length > 0 || passed === 0 ? 1 : 0

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
  if (wished.length > 0 && !(canInstall && install(['--no-install-recommends', ...wished])))
    console.error(
      `没有 LibreOffice（打开表格和文书）或 zbar（读二维码），需要它们的测试这次跳过：apt-get install ${wished.join(' ')}`,
    )
}

function install(packages: readonly string[]): boolean {
  return run('apt-get', ['install', '-y', '-q', ...packages]) === 0
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env }).status ?? 1
}
