import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCli } from '../../src/cli/main.ts'
import { nodeIo } from '../../src/cli/nodeIo.ts'
import { chained } from '../../src/model/review/reviewChain.ts'

const dir = mkdtempSync(join(tmpdir(), 'laws-'))
afterAll(() => rmSync(dir, { recursive: true }))

async function said(...args: readonly string[]) {
  const words: string[] = []
  const out = { write: (text: string) => words.push(text) > 0 }
  const code = await runCli(args, { ...nodeIo, stdout: out, stderr: out })
  return { code, words: words.join('') }
}

it('[CL30] lists what the checks rely on, and marks what was not compared', async () => {
  const { code, words } = await said('laws')
  expect(code).toBe(0)
  expect(words).toContain('《行政许可法》　2019年修正，2019-04-23 起施行\n    第二十六条')
  expect(words).toMatch(/党政领导干部选拔任用工作条例》.*※/)
})

it('[CL30] verifies the record of a review', async () => {
  const by = { id: 'p', name: '李四', post: '纪检' }
  const event = chained([], { by, at: 1, text: '', kind: 'ladder', ladder: 'three-rungs' })
  const file = join(dir, 'review.json')
  writeFileSync(file, JSON.stringify({ events: [event] }))
  expect(await said('review', 'verify', file)).toMatchObject({
    code: 0,
    words: expect.stringContaining('成立'),
  })
  writeFileSync(file, JSON.stringify({ events: [{ ...event, at: 2 }] }))
  expect(await said('review', 'verify', file)).toMatchObject({
    code: 1,
    words: expect.stringContaining('第 1 条'),
  })
  writeFileSync(file, '{}')
  expect((await said('review', 'verify', file)).code).toBe(1)
  expect((await said('review')).code).toBe(2)
})
