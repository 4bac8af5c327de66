/// <reference types="vitest/config" />
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { keepPageVersions } from './src/server/keepPageVersions.ts'
import { sourceStamp, stampFile } from './src/server/sourceStamp.ts'
import { devServer } from './src/server/devServer.ts'
import { pageChunks } from './src/server/pageChunks.ts'

// Test processes and what they start keep what Node makes of the sources.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compile-cache')

/** Stories in a real browser: these alone need the built page. */
const browser = ['test/e2e/**/*.test.ts']

/** Files of seconds: other programs, processes, and thousands of random charts. */
const slow = [
  'test/cli/**/*.test.ts',
  'test/layout/**/*.test.ts',
  'test/publicationRenderer/**/*.test.ts',
  'test/torture/**/*.test.ts',
  'test/**/{crowd,devServer,forms,fuzz,golden,goldenSheets,honest,leaks,tableFiles}.test.ts',
  'test/{sheet/{composeSheet,legibilityFixes,poster,textSeen},publicPages/posted}.test.ts',
]

/** Files of more than ten seconds on one core, longest first. */
const longest = [
  'e2e/together',
  'e2e/drawing',
  'e2e/accessible',
  'e2e/review',
  'e2e/posting',
  'e2e/poster',
  'e2e/grid',
  'e2e/unit',
  'e2e/history',
  'e2e/catalogue',
  'sheet/leaks',
  'e2e/batch',
  'cli/store',
  'e2e/mainJob',
  'e2e/batchExport',
  'e2e/oldBrowser',
  'server/leaks',
  'cli/leaks',
  'cli/cli',
  'e2e/keeping',
  'e2e/risk',
  'e2e/pointer',
  'layout/arrange',
  'layout/fuzz',
  'registers/forms',
  'server/devServer',
]

interface TestFile {
  readonly moduleId: string
}

/** No core is left alone with a long file at the end. */
class LongestFirst {
  sort<File extends TestFile>(files: File[]): File[] {
    return files.toSorted((one, other) => rankOf(one) - rankOf(other))
  }

  shard<File>(files: File[]): File[] {
    return files
  }
}

export default defineConfig({
  // Relative: the server may stand under a path (PUBLIC_URL).
  base: './',
  plugins: [react(), packedOnce(), devServer()],
  build: {
    target: 'chrome109',
    outDir: 'dist',
    // The files of the version before stay (keepPageVersions.ts).
    emptyOutDir: false,
    sourcemap: true,
    // 14 KB for the whole page: one file instead of forty.
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: pageChunks(import.meta.dirname) } },
      // antd names its form everywhere; none of ours is one, and its package does not say that it may be left out.
      treeshake: {
        moduleSideEffects: [
          { test: /@rc-component[\\/](?:form|async-validator|color-picker)[\\/]/, sideEffects: false },
        ],
      },
    },
  },
  worker: { format: 'es' },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...slow, ...browser],
          // Modules are loaded once for all files: half of the processor's time. No test changes a module.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'slow', include: slow } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: 'test/support/buildPage.ts',
          testTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
})

/** The server hands out what was packed here: two fonts of 10 MB take it a second each time otherwise. */
function packedOnce(): Plugin {
  return {
    name: 'packed-once',
    apply: 'build',
    writeBundle: async ({ dir }, bundle) => {
      const stamp = await sourceStamp(import.meta.dirname)
      await writeFile(join(dir!, stampFile), stamp)
      const made = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
      await keepPageVersions(
        dir!,
        made.map((name) => basename(name)),
      )
      await tellWorker(join(dir!, 'serviceWorker.js'), stamp, made)
      await tellChartFiles(
        join(dir!, 'browser.js'),
        chartFiles(bundle, await readFile(join(dir!, 'index.html'), 'utf8')),
      )
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

/** Which files the service worker keeps: all code; fonts are large, and kept once they are fetched. */
async function tellWorker(path: string, stamp: string, made: readonly string[]): Promise<void> {
  const code = made.filter((name) => /\.(js|css)$/.test(name)).sort()
  const source = await readFile(path, 'utf8')
  const told = source
    .replace("const version = ''", `const version = '${stamp.slice(0, 16)}'`)
    .replace('const files = []', `const files = ${JSON.stringify(code)}`)
  await writeFile(path, told)
}

async function tellChartFiles(path: string, files: readonly string[]): Promise<void> {
  const source = await readFile(path, 'utf8')
  await writeFile(path, source.replace('var chartFiles = []', `var chartFiles = ${JSON.stringify(files)}`))
}

/** What a chart needs besides what `onEveryPage`, the page itself, names. */
function chartFiles(bundle: Rolldown.OutputBundle, onEveryPage: string): readonly string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const reached = (from: readonly string[]): ReadonlySet<string> => {
    const found = new Set(from)
    for (const name of found)
      for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) found.add(next)
    return found
  }
  const page = chunks.filter((chunk) => chunk.facadeModuleId?.endsWith('/editor/ChartPage.tsx'))
  const needed = [...reached(page.map((chunk) => chunk.fileName))].filter(
    (name) => !onEveryPage.includes(name),
  )
  return needed.map((name) => basename(name))
}

function rankOf({ moduleId }: TestFile): number {
  const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return at < 0 ? longest.length : at
}
