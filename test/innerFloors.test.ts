/**
 * The inside of the rooms (second half of the plan): in each room, floors from top to
 * bottom; a folder or file imports only from its own floor and from those below. No two
 * folders import each other, and no files form a circle, in any room.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** `other files`: all files directly in the room that no floor names. */
const rest = 'other files'

const floors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  model: [
    ['catalogue', 'unit', 'control'],
    ['review'],
    ['cases'],
    ['registers', 'history', 'editions'],
    ['edits'],
    ['grading'],
    ['records'],
    ['fields', rest],
    ['time'],
    ['kinds', 'numerals.ts'],
  ],
  files: [
    [rest],
    ['drawnChart'],
    ['catalogue'],
    ['registers'],
    ['chartFile'],
    ['documentReading'],
    ['documentSource'],
    ['tableReading'],
    ['tableSource'],
  ],
  layout: [
    ['pageFit'],
    ['arrange.ts'],
    ['rerouting'],
    ['coordinates'],
    ['routing'],
    ['placing'],
    ['planning'],
    [rest],
  ],
  sheet: [
    ['legibilityFixes.ts', 'officeSheet.ts'],
    ['pageContent.ts'],
    ['pictures.ts'],
    ['composeSheet.ts', 'split', 'writers'],
    ['page'],
    ['drawArrangement.ts', 'measure.ts', 'pageStyle.ts'],
    ['measureWith.ts'],
    ['styles.ts'],
    ['figures'],
    [rest],
  ],
  text: [
    ['screen'],
    ['messages'],
    ['recognition', 'library', 'templates', 'schemes', 'paper'],
    ['law'],
    [rest],
  ],
  server: [
    ['main.ts', 'devServer.ts'],
    ['serve.ts', 'keepCompileCache.ts'],
    ['startServer.ts'],
    ['app.ts', 'openCommands.ts', 'watchEndedLinks.ts'],
    ['api', 'metrics.ts'],
    ['serverContext.ts'],
    ['openControlOffice.ts'],
    [
      'publication',
      'reviews.ts',
      'controls.ts',
      'openControlLogs.ts',
      'warnings.ts',
      'risks.ts',
      'rooms',
      'access',
    ],
    ['history.ts', 'health.ts'],
    ['jobs'],
    ['store', rest],
  ],
}

const src = join(import.meta.dirname, '../src')
const rooms = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('the inside of the rooms', () => {
  it.each(Object.keys(floors))('%s imports only downward', (room) => {
    const graph = importsIn(room)
    const up = [...graph].flatMap(([file, targets]) =>
      targets
        .filter((target) => floorOf(room, target) < floorOf(room, file))
        .map((target) => `${file} → ${target}`),
    )
    expect(up).toEqual([])
  })

  it.each(Object.keys(floors))('%s has everything that its floors name, each once', (room) => {
    const named = floors[room]!.flat()
    expect(named).toHaveLength(new Set(named).size)
    const there = readdirSync(join(src, room))
    expect(named.filter((name) => name !== rest && !there.includes(name))).toEqual([])
    const folders = readdirSync(join(src, room), { withFileTypes: true }).filter((one) => one.isDirectory())
    expect(folders.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([])
  })

  it.each(rooms)('%s has no two folders that import each other', (room) => {
    const arrows = new Set(
      [...importsIn(room)].flatMap(([file, targets]) =>
        targets.map((target) => `${placeOf(file)} → ${placeOf(target)}`),
      ),
    )
    const mutual = [...arrows].filter((arrow) => {
      const [from, to] = arrow.split(' → ')
      return from! < to! && arrows.has(`${to} → ${from}`)
    })
    expect(mutual).toEqual([])
  })

  it.each(rooms)('%s has no circle of files', (room) => {
    expect(circlesIn(importsIn(room))).toEqual([])
  })

  it('would see a circle and an arrow up', () => {
    const graph = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', ['a.ts']],
    ])
    expect(circlesIn(graph)).toEqual([['a.ts', 'b.ts', 'c.ts']])
    expect(floorOf('layout', 'arrange.ts')).toBeLessThan(floorOf('layout', 'routing/grid.ts'))
    expect(importsIn('layout').get('arrange.ts')).toContain('placing/placement.ts')
  })
})

/** 0 is the top floor. */
function floorOf(room: string, file: string): number {
  const plan = floors[room]!
  const named = plan.findIndex((floor) => floor.includes(placeOf(file)))
  return named >= 0 ? named : plan.findIndex((floor) => floor.includes(rest))
}

/** The folder directly below the room that holds the file, or the file itself. */
function placeOf(file: string): string {
  return file.split('/')[0]!
}

/** The files of a room and what each imports of the same room; paths relative to the room. */
function importsIn(room: string): ReadonlyMap<string, readonly string[]> {
  const root = join(src, room)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  )
  return new Map(
    files.sort().map((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      const found = source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)['"](\.[^'"?]+)['"]/g)
      const targets = [...found].map((match) => relative(root, join(root, dirname(file), match[1]!)))
      return [file, targets.filter((target) => !target.startsWith('..') && /\.tsx?$/.test(target))]
    }),
  )
}

/** Strongly connected components of two and more files (Tarjan 1972). */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const mine = index.size
    index.set(file, mine)
    low.set(file, mine)
    stack.push(file)
    for (const target of graph.get(file) ?? []) {
      if (!graph.has(target)) continue
      if (!index.has(target)) low.set(file, Math.min(low.get(file)!, visit(target)))
      else if (stack.includes(target)) low.set(file, Math.min(low.get(file)!, index.get(target)!))
    }
    if (low.get(file) === mine) {
      const circle = stack.splice(stack.indexOf(file))
      if (circle.length > 1) circles.push(circle.sort())
    }
    return low.get(file)!
  }
  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return circles
}
