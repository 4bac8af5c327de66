/**
 * The plan of the house, enforced: which rooms a room may look into, and which
 * libraries it may use. Reads as the drawing in src/README.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Room {
  readonly rooms: readonly string[]
  readonly libraries: readonly string[]
}

const plan: Readonly<Record<string, Room>> = {
  ui: {
    rooms: [
      'collab',
      'doc',
      'replay',
      'exchange',
      'files',
      'checks',
      'sheet',
      'layout',
      'text',
      'protocol',
      'model',
    ],
    libraries: [
      'react',
      'react-dom',
      '@xyflow/react',
      'zustand',
      'antd',
      '@ant-design/icons',
      'html-to-image',
      'nanoid',
      'pinyin-pro',
      'yjs',
      'harfbuzzjs',
      '@expo-google-fonts/noto-sans-sc',
      'qrcode-generator',
    ],
  },
  server: {
    rooms: [
      'publicPages',
      'publicationRenderer',
      'exchange',
      'replay',
      'checks',
      'files',
      'doc',
      'text',
      'protocol',
      'model',
    ],
    libraries: [
      'node',
      'hono',
      '@hono/node-server',
      'ws',
      'yjs',
      'y-protocols',
      'lib0',
      'zod',
      'nanoid',
      'pg',
      'vite',
    ],
  },
  cli: {
    rooms: [
      'server',
      'protocol',
      'publicationRenderer',
      'replay',
      'exchange',
      'files',
      'checks',
      'sheet',
      'layout',
      'text',
      'model',
    ],
    libraries: ['node', 'nanoid'],
  },
  // What hangs on the public board knows nothing of charts: it is handed bytes.
  publicPages: { rooms: ['text'], libraries: ['node', 'hono'] },
  publicationRenderer: {
    rooms: ['files', 'sheet', 'layout', 'text', 'model'],
    libraries: ['node', '@resvg/resvg-wasm', '@expo-google-fonts/noto-sans-sc', 'harfbuzzjs'],
  },
  collab: { rooms: ['doc', 'protocol', 'model'], libraries: ['yjs', 'y-protocols', 'idb'] },
  doc: { rooms: ['model'], libraries: ['yjs'] },
  exchange: { rooms: ['sheet', 'layout', 'text', 'model'], libraries: ['fflate'] },
  files: { rooms: ['text', 'model'], libraries: ['zod', 'hucre', 'fflate', 'docx', 'jsonc-parser', 'saxen'] },
  sheet: { rooms: ['layout', 'text', 'model'], libraries: ['harfbuzzjs', 'fflate', 'qrcode-generator'] },
  layout: { rooms: ['model'], libraries: ['tinyqueue'] },
  checks: { rooms: ['text', 'model'], libraries: ['fastest-levenshtein'] },
  replay: { rooms: ['files', 'checks', 'text', 'model'], libraries: ['fastest-levenshtein'] },
  text: { rooms: ['protocol', 'model'], libraries: [] },
  protocol: { rooms: [], libraries: ['lib0'] },
  model: { rooms: [], libraries: ['fractional-indexing', 'chinese-days', 'lib0'] },
}

const src = join(import.meta.dirname, '../src')

describe('the floor plan', () => {
  it('names every room that there is, and no other', () => {
    const found = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(found.map((entry) => entry.name).sort()).toEqual(Object.keys(plan).sort())
  })

  it.each(Object.keys(plan))('%s looks only where it may', (room) => {
    const files = sourcesOf(room)
    expect(files.length, 'an empty room is no room').toBeGreaterThan(0)
    const { rooms, libraries } = plan[room]!
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map((target) => seenFrom(file, target))
        .filter(({ kind, name }) => !(kind === 'room' ? [room, ...rooms] : libraries).includes(name))
        .map(({ name }) => `${relative(src, file)} → ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('would see a wall broken through', () => {
    expect(
      importsOf('', "import { x } from '../ui/x.ts'\nexport * from 'left-pad'\nawait import('./y.ts')"),
    ).toEqual(['../ui/x.ts', 'left-pad', './y.ts'])
    expect(seenFrom(join(src, 'model/edits/a.ts'), '../../ui/x.ts')).toEqual({ kind: 'room', name: 'ui' })
    expect(seenFrom(join(src, 'model/a.ts'), 'node:fs')).toEqual({ kind: 'library', name: 'node' })
    expect(seenFrom(join(src, 'model/a.ts'), '@scope/x/deep.js')).toEqual({
      kind: 'library',
      name: '@scope/x',
    })
  })

  it('points at files that are there', () => {
    const missing = Object.keys(plan).flatMap((room) =>
      sourcesOf(room).flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => join(file, '..', target.replace(/\?.*$/, '')))
          .filter((path) => !existsSync(path)),
      ),
    )
    expect(missing).toEqual([])
  })
})

describe('what is installed on the intranet', () => {
  it('starts and builds without what only developers have (npm ci --omit=dev)', () => {
    const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>
    }
    const needed = [...Object.keys(plan).flatMap(sourcesOf), join(src, '../vite.config.ts')].flatMap((file) =>
      importsOf(file).map((target) => seenFrom(file, target)),
    )
    const missing = needed.filter(
      ({ kind, name }) => kind === 'library' && name !== 'node' && !dependencies[name],
    )
    expect(missing).toEqual([])
  })
})

function sourcesOf(room: string): readonly string[] {
  return readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|js)$/.test(path))
    .map((path) => join(src, room, path))
}

function importsOf(file: string, source = readFileSync(file, 'utf8')): readonly string[] {
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|new URL\(\s*)['"]([^'"]+)['"]/g)
  return [...found].map((match) => match[1]!)
}

function seenFrom(
  file: string,
  target: string,
): { readonly kind: 'room' | 'library'; readonly name: string } {
  if (target.startsWith('.'))
    return { kind: 'room', name: relative(src, join(file, '..', target)).split('/')[0]! }
  if (target.startsWith('node:')) return { kind: 'library', name: 'node' }
  const parts = target.split('/')
  return { kind: 'library', name: target.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]! }
}
