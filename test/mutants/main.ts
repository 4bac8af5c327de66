/**
 * `npm run test:mutants -- <room> …`: makes the sources of a room wrong in one place at a time and
 * looks whether the room's own tests say so. The sample is the same each time: the places are taken
 * in the order of a hash of what stands there. Only the quick tests count (worker.ts). No source is
 * written: the wrong places are built in as Vitest reads the files. Ends with 1 where a room kills
 * less than `threshold`.
 *
 * `--sample 40` of a room, `--file part/of/a/name` only.
 */
import { spawn } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { equivalent } from './equivalent.ts'
import { mutantsOf, type Mutant } from './mutate.ts'
import type { Line } from './runner.ts'

const rooms = ['model', 'checks', 'files', 'layout', 'sheet', 'server/rooms']
const threshold = 0.85
/** ms in which nothing is written: the mutant that was tried last does not end; or the room's tests, when nothing is wrong yet. */
const silence = { tried: 60_000, untried: 600_000 }

const root = join(import.meta.dirname, '../..')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '40' }, file: { type: 'string', default: '' } },
})
for (const room of positionals.length > 0 ? positionals : rooms) await runRoom(room)

async function runRoom(room: string): Promise<void> {
  const mutants = sampleOf(room)
  console.log(`\n— ${room}: ${mutants.length} mutants`)
  const lines = await linesOf(room, mutants)
  const killed = new Set(lines.flatMap((line) => (line.kind === 'killed' ? [line.id] : [])))
  for (const line of lines)
    if (line.kind === 'done' && line.failed.length > 0)
      console.log(`fail already, and are left out: ${line.failed.join(', ')}`)
  for (const [file, its] of Map.groupBy(mutants, ({ file }) => file)) {
    const living = its.filter(({ id }) => !killed.has(id))
    console.log(`${its.length - living.length}/${its.length} ${file}`)
    for (const mutant of living) console.log(described(mutant, lines))
  }
  const share = killed.size / mutants.length
  console.log(`${room}: ${killed.size} of ${mutants.length} killed, ${Math.round(100 * share)} %`)
  if (share < threshold) process.exitCode = 1
}

function described({ id, line, was, becomes }: Mutant, lines: readonly Line[]): string {
  const reaching = lines.filter((one) => one.kind === 'reached' && one.ids.includes(id)).length
  const tried = lines.filter((one) => one.kind === 'tried' && one.id === id).length
  return `    ${id} line ${line} lives; ${reaching} tests reach it, ${tried} were tried\n      - ${was}\n      + ${becomes}`
}

function sampleOf(room: string): readonly Mutant[] {
  const alike = new Set(equivalent.map(({ id }) => id))
  return readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name.includes(values.file))
    .map((name) => join('src', room, name))
    .flatMap((file) => mutantsOf(file, readFileSync(join(root, file), 'utf8')))
    .filter(({ id }) => !alike.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, Number(values.sample))
}

async function linesOf(room: string, mutants: readonly Mutant[]): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  const [log, sample] = [join(folder, 'log'), join(folder, 'sample')]
  writeFileSync(log, '')
  writeFileSync(sample, JSON.stringify(mutants))
  const lines = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line)
  while (!(await ended([join(import.meta.dirname, 'runner.ts'), room, log, sample], log))) {
    const last = lines().findLast((line) => line.kind === 'tried')
    if (last === undefined) throw new Error('the tests do not run')
    appendFileSync(log, `${JSON.stringify({ kind: 'killed', id: last.id, by: 'time' } satisfies Line)}\n`)
  }
  const all = lines()
  rmSync(folder, { recursive: true })
  return all
}

/** False where it was ended, because nothing more was written. */
async function ended(args: readonly string[], log: string): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const exit = new Promise<boolean>((resolve) => {
    child.once('exit', (code) => resolve(code === 0))
  })
  for (;;) {
    const isOver = await Promise.race([exit, pause(1_000)])
    if (isOver !== undefined) return isOver
    const isTried = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1)!.includes('"tried"')
    if (Date.now() - statSync(log).mtimeMs > silence[isTried ? 'tried' : 'untried']) child.kill('SIGKILL')
  }
}
