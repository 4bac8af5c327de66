#!/usr/bin/env node
// Entry point of the command line, run by any Node version. Plain JavaScript with its only
// message, because an old Node cannot read TypeScript; it starts the Node 24 that is installed
// with this program.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

if (Number.parseInt(process.versions.node, 10) >= 24) {
  const { keepCompileCache } = await import('../server/keepCompileCache.ts')
  keepCompileCache()
  const { runCli } = await import('./main.ts')
  process.exitCode = await runCli(process.argv.slice(2))
} else {
  process.exitCode = handedOver()
}

function handedOver() {
  const { status, error } = spawnSync(
    newerNode(),
    [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  )
  if (error) process.stderr.write('需要 Node.js 24 或更新的版本\n')
  return status ?? 1
}

function newerNode() {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node')
  } catch {
    return ''
  }
}
