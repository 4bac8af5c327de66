/** The last Chromium that runs on Windows 7, as intranets still have it: 109, from npm, unpacked once. */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const cache = join(import.meta.dirname, '../../node_modules/.cache')

/** Where it stands; undefined on machines that it is not made for. */
export function oldBrowser(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const unpacked = join(cache, 'chromium-109')
  if (!existsSync(unpacked)) unpackInto(unpacked)
  return unpacked
}

function unpackInto(path: string): void {
  const packed = require.resolve('@sparticuz/chromium/bin/chromium.br')
  mkdirSync(cache, { recursive: true })
  // Two tests may unpack at the same time: each its own file, and the last one stays.
  const own = `${path}-${process.pid}`
  writeFileSync(own, brotliDecompressSync(readFileSync(packed)))
  chmodSync(own, 0o755)
  renameSync(own, path)
}
