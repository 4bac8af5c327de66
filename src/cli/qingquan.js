#!/usr/bin/env node
// The command line starts here, under whatever Node the machine has. It is JavaScript,
// and its one sentence stands here, because an old Node can read nothing else of ours:
// it hands over to the Node 24 that was installed with us.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

if (Number.parseInt(process.versions.node, 10) >= 24) {
  const { run } = await import('./main.ts')
  process.exitCode = await run(process.argv.slice(2))
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
