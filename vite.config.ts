/// <reference types="vitest/config" />
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  plugins: [react(), packedOnce()],
  build: { target: 'chrome109', outDir: 'dist', sourcemap: true },
  worker: { format: 'es' },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/buildPage.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
})

/** The server hands out what was packed here: two fonts of 10 MB take it a second each time otherwise. */
function packedOnce(): Plugin {
  return {
    name: 'packed-once',
    apply: 'build',
    writeBundle: async ({ dir }) => {
      const assets = join(dir!, 'assets')
      const worth = (await readdir(assets)).filter((name) => /\.(js|css|ttf|wasm)$/.test(name))
      const pack = promisify(gzip)
      await Promise.all(
        worth.map(async (name) => {
          const path = join(assets, name)
          await writeFile(`${path}.gz`, await pack(await readFile(path)))
        }),
      )
    },
  }
}
