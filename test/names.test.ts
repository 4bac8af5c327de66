/** Names: one exported name, one meaning; a file that exports one value is named after it or after its type. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Exported {
  readonly file: string
  readonly name: string
  readonly isType: boolean
}

const src = join(import.meta.dirname, '../src')
const exported = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((file) => exportsOf(file, readFileSync(join(src, file), 'utf8')))

describe('names', () => {
  it('stand in one file each', () => {
    const files = Map.groupBy(exported, ({ name }) => name)
    const twice = [...files].filter(([, found]) => new Set(found.map(({ file }) => file)).size > 1)
    expect(twice.map(([name, found]) => `${name}: ${found.map(({ file }) => file).join(', ')}`)).toEqual([])
  })

  it('of a file with one exported value are the name of the file, or its type has it', () => {
    const byFile = Map.groupBy(exported, ({ file }) => file)
    const wrong = [...byFile].filter(
      ([file, found]) =>
        found.length < 5 &&
        found.filter(({ isType }) => !isType).length === 1 &&
        nameOf(file) !== 'main' &&
        !found.some(({ name }) => isNamedAfter(name, file)),
    )
    expect(wrong.map(([file, found]) => `${file}: ${found.map(({ name }) => name).join(' ')}`)).toEqual([])
  })

  it('are read as they are written', () => {
    const source = 'export const a = 1\nexport interface B {}\nexport async function c() {}\nconst d = 2'
    expect(exportsOf('x.ts', source).map(({ name, isType }) => [name, isType])).toEqual([
      ['a', false],
      ['B', true],
      ['c', false],
    ])
  })
})

function exportsOf(file: string, source: string): readonly Exported[] {
  const found = source.matchAll(
    /^export (?:async )?(?:abstract )?(const|let|function\*?|interface|type|class) (\w+)/gm,
  )
  return [...found].map(([, kind, name]) => ({
    file,
    name: name!,
    isType: kind === 'interface' || kind === 'type',
  }))
}

/** A fix of checks has the name of its rule, and so has its file. */
function isNamedAfter(name: string, file: string): boolean {
  const wanted = nameOf(file).toLowerCase()
  return [wanted, ...(file.startsWith('checks/fixes/') ? [`fix${wanted}`] : [])].includes(name.toLowerCase())
}

function nameOf(file: string): string {
  return basename(file).replace(/\.tsx?$/, '')
}
