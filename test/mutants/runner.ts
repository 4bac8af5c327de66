/**
 * One Vitest over a room, in a process of its own, so that a mutant that never ends can be ended.
 * All that happens is written into a log, from which a run goes on where it was ended.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'
import { withMutants, type Mutant } from './mutate.ts'

export interface Order {
  readonly log: string
  readonly file?: string
  /** The mutant that is there from the start. */
  readonly awake?: string
}

export type Line =
  /** A test reaches these. */
  | { readonly kind: 'reached'; readonly ids: readonly string[] }
  /** These are reached while the file loads. */
  | { readonly kind: 'loaded'; readonly ids: readonly string[]; readonly file: string }
  | { readonly kind: 'tried'; readonly id: string }
  | { readonly kind: 'killed'; readonly id: string; readonly by: string }
  | { readonly kind: 'done'; readonly file: string; readonly failed: readonly string[] }

/** Tests over thousands of charts, and pictures: too slow to be repeated; what they see a quick test is to see as well. */
const thorough = ['arrange', 'fuzz', 'golden', 'goldenSheets', 'honest', 'leaks']

const root = join(import.meta.dirname, '../..')
const [room, log, sample] = process.argv.slice(2) as [string, string, string]
const mutants = JSON.parse(readFileSync(sample, 'utf8')) as readonly Mutant[]
const byFile = Map.groupBy(mutants, ({ file }) => file)

// Each run of a file adds listeners of its own.
process.setMaxListeners(0)
const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    // It would hand out modules without mutants, from a run of the tests as they are.
    fsModuleCache: false,
    include: [`test/${room}/**/*.test.ts`],
    exclude: thorough.map((name) => `**/${name}.test.ts`),
    setupFiles: ['test/mutants/worker.ts'],
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 3_600_000,
    expect: { poll: { timeout: 3_000 } },
    provide: { order: { log } },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform(code, id) {
          const its = byFile.get(relative(root, id.split('?')[0]!))
          return its && withMutants(code, its)
        },
      },
    ],
  },
)
const files = new Map(
  (await vitest.globTestSpecifications()).map((one) => [relative(root, one.moduleId), one]),
)
for (const [file, specification] of files) {
  if (lines().some((line) => line.kind === 'done' && line.file === file)) continue
  const failed = await failuresOf(specification, { log, file })
  write({ kind: 'done', file, failed })
}
for (const { id } of mutants) await runAwake(id)
process.exit()

/** A mutant that is reached while files load: these files run again with it in. */
async function runAwake(id: string): Promise<void> {
  const its = lines()
  if (its.some((line) => line.kind === 'killed' && line.id === id)) return
  const loading = its.flatMap((line) => (line.kind === 'loaded' && line.ids.includes(id) ? [line.file] : []))
  for (const file of new Set(loading)) {
    write({ kind: 'tried', id })
    const [by] = await failuresOf(files.get(file)!, { log, awake: id })
    if (by === undefined) continue
    write({ kind: 'killed', id, by })
    return
  }
}

async function failuresOf(specification: TestSpecification, order: Order): Promise<readonly string[]> {
  vitest.provide('order', order)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
  // Those of earlier runs are told again.
  const its = testModules.filter(({ moduleId }) => moduleId === specification.moduleId)
  const failed = its.flatMap((file) => [
    ...[...file.children.allTests('failed')].map((test) => test.fullName),
    ...(file.state() === 'failed' ? [file.relativeModuleId] : []),
  ])
  return [...failed, ...(order.awake ? unhandledErrors.map(String) : [])]
}

function write(line: Line): void {
  appendFileSync(log, `${JSON.stringify(line)}\n`)
}

function lines(): readonly Line[] {
  const text = readFileSync(log, 'utf8').split('\n')
  return text.filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
}
