import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepPageVersions } from '../../src/server/keepPageVersions.ts'

let dist = ''
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'qingquan-dist-'))
  mkdirSync(join(dist, 'assets'))
})
afterEach(() => rmSync(dist, { recursive: true }))

const files = () => readdirSync(join(dist, 'assets')).sort()

async function build(...made: readonly string[]) {
  for (const name of made) writeFileSync(join(dist, 'assets', name), name)
  writeFileSync(join(dist, 'assets', `${made[0]!}.gz`), 'packed')
  await keepPageVersions(dist, made)
}

it('[SV4] keeps the files of the build before, packed ones too, and none that is older', async () => {
  await build('a1.js', 'common.js')
  await build('a2.js', 'common.js')
  expect(files()).toEqual(['a1.js', 'a1.js.gz', 'a2.js', 'a2.js.gz', 'common.js'])
  await build('a3.js', 'common.js')
  expect(files()).toEqual(['a2.js', 'a2.js.gz', 'a3.js', 'a3.js.gz', 'common.js'])
})

it('[SV4] the same build once more takes nothing away', async () => {
  await build('a1.js')
  await build('a2.js')
  await build('a2.js')
  expect(files()).toEqual(['a1.js', 'a1.js.gz', 'a2.js', 'a2.js.gz'])
})
