/**
 * In the worker of a test file: after each test that passes, the same test again for every mutant
 * that it reached and that still lives. What is reached while the file loads cannot be made wrong
 * afterwards; it is written down, and the whole file runs again for it (`order.awake`).
 */
import { appendFileSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeEach, inject, TestRunner } from 'vitest'
import type { Line, Order } from './runner.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly order: Order
  }
}

/** ms; a test that takes longer is not repeated, and no mutant is given more than this in all. */
const mostRepeated = 3_000
const patience = 12_000

// The same charts each time, and no search for the smallest that fails.
fc.configureGlobal({ seed: 11, endOnFailure: true })

const order = inject('order')
const killed = new Set(lines().flatMap((line) => (line.kind === 'killed' ? [line.id] : [])))
const loaded = new Set<string>()
const spent = new Map<string, number>()
let reached = loaded
let awake = order.awake

Object.assign(globalThis, {
  __mutant(id: string): boolean {
    reached.add(id)
    return id === awake
  },
})

let started = 0
let isOver = false
beforeEach(({ skip }) => {
  if (isOver) skip()
  reached = new Set()
  started = performance.now()
})

afterEach(async ({ task }) => {
  const took = performance.now() - started
  const passed = task.result?.state !== 'fail'
  if (order.awake) {
    if (!passed) isOver = true
    return
  }
  const its = passed ? [...reached] : []
  reached = new Set()
  write({ kind: 'reached', ids: its })
  if (took > mostRepeated) return
  const test = TestRunner.getTestFn(task)
  for (const id of its.filter((one) => !killed.has(one))) {
    const before = spent.get(id) ?? 0
    if (before > 0 && before + took > patience) continue
    spent.set(id, before + took)
    write({ kind: 'tried', id })
    if (await passes(test, id, 5_000 + 10 * took)) continue
    // What a mutant left behind must not count against the next.
    if (!(await passes(test, undefined, 5_000 + 10 * took))) {
      isOver = true
      return
    }
    killed.add(id)
    write({ kind: 'killed', id, by: task.fullTestName })
  }
})

afterAll(() => {
  // With a mutant awake it was said before, and no file is named.
  if (order.file !== undefined) write({ kind: 'loaded', ids: [...loaded], file: order.file })
})

async function passes(test: () => unknown, id: string | undefined, ms: number): Promise<boolean> {
  awake = id
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms)
  })
  try {
    await Promise.race([test(), late])
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
    awake = order.awake
  }
}

function write(line: Line): void {
  appendFileSync(order.log, `${JSON.stringify(line)}\n`)
}

function lines(): readonly Line[] {
  const text = readFileSync(order.log, 'utf8').split('\n')
  return text.filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
}
