/** A promise of a README under src is shown by a test whose name carries it, and a test shows no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** `[ED2]`, or a range of them, `[ED2]–[ED5]`, which stands for each between. A link to a promise makes none. */
const promise = /\[([A-Z]{2})(\d+)\](?!\()(?:–\[\1(\d+)\])?/g

function promisesIn(text: string): readonly string[] {
  return [...text.matchAll(promise)].flatMap(([, room = '', first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => `${room}${Number(first) + i}`),
  )
}

/** Ids by the file that names them. */
function promisesOf(
  folder: string,
  ending: RegExp,
  read: (text: string) => string,
): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return new Map(
    files
      .filter((path) => ending.test(path) && join(root, folder, path) !== import.meta.filename)
      .map((path) => join(folder, path))
      .flatMap((file) =>
        promisesIn(read(readFileSync(join(root, file), 'utf8'))).map((id) => [id, file] as const),
      ),
  )
}

/** Names of tests stand in code: an id in a comment shows nothing. */
const withoutComments = (source: string): string =>
  source
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .join('\n')

const made = promisesOf('src', /README\.md$/, (text) => text)
const shown = promisesOf('test', /\.tsx?$/, withoutComments)

describe('promises', () => {
  it('are found', () => {
    expect(made.size).toBeGreaterThan(200)
    expect(shown.size).toBeGreaterThan(200)
  })

  it('of a README have a test', () => {
    expect([...made].filter(([id]) => !shown.has(id)).map(([id, file]) => `${id} of ${file}`)).toEqual([])
  })

  it('in the name of a test stand in a README', () => {
    expect([...shown].filter(([id]) => !made.has(id)).map(([id, file]) => `${id} in ${file}`)).toEqual([])
  })
})
