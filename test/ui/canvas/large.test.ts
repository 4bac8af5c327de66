import { describe, expect, it } from 'vitest'
import type { Arrangement, Rect } from '../../../src/layout/arrangement.ts'
import type { Chart } from '../../../src/model/chart.ts'
import type { DisplayItem } from '../../../src/sheet/displayList.ts'
import type { Drawing } from '../../../src/ui/openChart/useDrawing.ts'
import type { ElementLook } from '../../../src/ui/canvas/elements.ts'
import { elementMaker } from '../../../src/ui/canvas/elements.ts'
import { mapRect } from '../../../src/ui/canvas/mapRect.ts'
import { mergedInk } from '../../../src/ui/canvas/mergedInk.ts'
import type { SeenArea } from '../../../src/ui/canvas/seenArea.ts'
import { allSeen, nothingSeen, seenArea } from '../../../src/ui/canvas/seenArea.ts'
import { chartOf } from '../../support/chartOf.ts'

const size = { width: 1000, height: 600 }
const keep = { keep: false }

/** A step every 100 units downwards; the return runs 400 units to the left of all. */
const chart = chartOf('甲 → 乙 → 丙 → 丁 → 戊；戊 → 甲')
const drawing = drawingOf(chart)

function drawingOf(of: Chart): Drawing {
  const steps: { [step: string]: Rect } = {}
  for (const [index, { id }] of of.steps.entries())
    steps[id] = { x: 500, y: 100 * index, width: 120, height: 40 }
  const flowlines: { [line: string]: Arrangement['flowlines'][string] } = {}
  for (const { id, from, to } of of.flowlines) {
    const [one, other] = [steps[from]!, steps[to]!]
    const isBack = other.y < one.y
    const points = isBack
      ? ([
          [500, one.y],
          [100, one.y],
          [100, other.y],
          [500, other.y],
        ] as const)
      : ([
          [560, one.y + 40],
          [560, other.y],
        ] as const)
    flowlines[id] = { points, label: null, return: isBack }
  }
  const arrangement: Arrangement = {
    width: 800,
    height: 600,
    steps,
    flowlines,
    lanes: [],
    sideBoxes: [],
    columns: null,
  }
  const behind = new Map(of.steps.map(({ id }) => [id, id]))
  return { edition: { name: 'internal', chart: of }, view: 'flow', arrangement, behind }
}

const area = (x: number, y: number, width: number, height: number): SeenArea => ({
  area: { x, y, width, height },
  isFar: false,
})

const look: ElementLook = {
  selection: { steps: [], flowlines: [] },
  moved: {},
  editable: true,
  target: null,
  seen: allSeen,
  focused: undefined,
}

function shown(change: Partial<ElementLook>) {
  const { nodes, edges } = elementMaker()(drawing, drawing.arrangement, { ...look, ...change })
  const drawn = nodes.filter((node) => !node.hidden).map((node) => node.id)
  return { drawn, lines: edges.map(({ source, target }) => source + target), nodes }
}

describe('what is in the page', () => {
  it('[CV50] is a small chart as a whole', () => {
    expect(shown({}).drawn).toEqual(['甲', '乙', '丙', '丁', '戊'])
    expect(shown({}).lines).toHaveLength(5)
  })

  it('[CV50] is what is seen of a large one, with flowlines that only pass, and their ends for React Flow', () => {
    const { drawn, lines, nodes } = shown({ seen: area(50, 190, 700, 60) })
    expect(drawn).toEqual(['丙'])
    expect(lines).toEqual(['乙丙', '丙丁', '戊甲'])
    expect(nodes.filter((node) => node.hidden).map((node) => node.id)).toEqual(['甲', '乙', '丁', '戊'])
  })

  it('[CV50] is also a flowline of which neither end is near', () => {
    expect(shown({ seen: area(50, 210, 100, 40) })).toMatchObject({ drawn: [], lines: ['戊甲'] })
  })

  it('[CV50] keeps what is selected, in the hand, or has the keyboard', () => {
    const seen = area(0, 2000, 50, 50)
    expect(shown({ seen, focused: '乙' }).drawn).toEqual(['乙'])
    expect(shown({ seen, selection: { steps: ['丙'], flowlines: [] } }).drawn).toEqual(['丙'])
    expect(shown({ seen, moved: { 丁: { x: 0, y: 0, width: 120, height: 40 } } }).drawn).toEqual(['丁'])
    const all = { steps: chart.steps.map(({ id }) => id), flowlines: [] }
    // A drag takes all that are selected along, so React Flow knows them.
    expect(shown({ seen, selection: all })).toMatchObject({ drawn: [], nodes: { length: 5 } })
  })

  it('[CV51] makes in a frame of a drag only what it touches', () => {
    const make = elementMaker()
    const before = make(drawing, drawing.arrangement, look)
    const moved = { 乙: { ...drawing.arrangement.steps['乙']!, x: 530 } }
    const after = make(drawing, drawing.arrangement, { ...look, moved })
    expect(after.nodes.filter((node, index) => node !== before.nodes[index]).map(({ id }) => id)).toEqual([
      '乙',
    ])
    expect(after.edges.filter((edge, index) => edge !== before.edges[index])).toEqual([])
  })

  it('[CV52] from far is a place to press for every step, without a figure', () => {
    const { drawn, lines, nodes } = shown({
      seen: { area: { x: 0, y: 0, width: 9000, height: 9000 }, isFar: true },
    })
    expect(drawn).toHaveLength(5)
    expect(nodes.every(({ data }) => data.ink === null)).toBe(true)
    expect(lines).toEqual([])
  })
})

describe('the area that is kept', () => {
  const first = seenArea({ x: 0, y: 0, zoom: 1 }, size, nothingSeen, keep)

  it('[CV51] is the same while the view stays within its surroundings', () => {
    expect(first.area).toEqual({ x: -500, y: -300, width: 2000, height: 1200 })
    expect(seenArea({ x: 400, y: -250, zoom: 1 }, size, first, keep)).toBe(first)
    expect(seenArea({ x: 600, y: 0, zoom: 1 }, size, first, keep)).not.toBe(first)
  })

  it('[CV51] grows while a box is drawn, so that nothing falls out of it', () => {
    const grown = seenArea({ x: 600, y: 0, zoom: 1 }, size, first, { keep: true })
    expect(grown.area).toEqual({ x: -1100, y: -300, width: 2600, height: 1200 })
  })

  it('[CV52] is seen from far where names are not read, and does not flicker between the two', () => {
    const far = seenArea({ x: 0, y: 0, zoom: 0.25 }, size, first, keep)
    expect(far.isFar).toBe(true)
    expect(seenArea({ x: 0, y: 0, zoom: 0.3 }, size, far, keep).isFar).toBe(true)
    expect(seenArea({ x: 0, y: 0, zoom: 0.3 }, size, first, keep).isFar).toBe(false)
  })
})

it('[CV52] the picture from far is one path for all that is painted alike, without text', () => {
  const box = { kind: 'rect', x: 1, y: 2, width: 10, height: 4, fill: '#ffffff' } as const
  const text = {
    kind: 'text',
    x: 0,
    y: 0,
    size: 14,
    weight: 'bold',
    fill: '#000000',
    text: '受理',
    width: 28,
  } as const
  const groups = [0, 100].map((y): DisplayItem => ({
    kind: 'group',
    x: 50,
    y,
    scale: 1,
    children: [box, text],
  }))
  const merged = mergedInk(groups)
  expect(merged).toHaveLength(1)
  const starts = merged[0]!.path.filter(([letter]) => letter === 'M')
  expect(starts).toEqual([
    ['M', 51, 2],
    ['M', 51, 102],
  ])
})

it('[CV20] the minimap holds the chart and what is seen, also outside of it', () => {
  const map = mapRect(
    { width: 400, height: 6000 },
    { x: -900, y: 5800, width: 800, height: 600 },
    { width: 200, height: 150 },
  )
  expect(map.width / map.height).toBeCloseTo(200 / 150)
  expect(map.x).toBeLessThanOrEqual(-900)
  expect(map.y).toBeLessThanOrEqual(0)
  expect(map.y + map.height).toBeGreaterThanOrEqual(6400)
})
