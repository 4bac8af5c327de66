/**
 * The masters of our Visio drawings, called as Visio calls its own: whoever reads the file, or replaces
 * shapes in it, finds the kinds by these names. Geometry is in shares of the box.
 */
import { element } from '../xml.ts'
import { cell, visioCells, frameCells } from './vsdxCells.ts'

export const vsdxMasters = {
  terminator: { id: 2, name: 'Start/End' },
  process: { id: 3, name: 'Process' },
  decision: { id: 4, name: 'Decision' },
  document: { id: 5, name: 'Document' },
  subprocess: { id: 6, name: 'Subprocess' },
  lane: { id: 7, name: 'Swimlane' },
  connector: { id: 8, name: 'Dynamic connector' },
} as const

export type VsdxMaster = keyof typeof vsdxMasters

type Corner = readonly [number, number]

const square: readonly Corner[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]

function outline(corners: readonly Corner[], at: number, filled: 'filled' | 'open' = 'filled'): string {
  return element(
    'Section',
    { N: 'Geometry', IX: at },
    cell('NoFill', filled === 'open' ? 1 : 0),
    cell('NoLine', 0),
    ...corners.map(([x, y], index) =>
      element(
        'Row',
        { T: index === 0 ? 'RelMoveTo' : 'RelLineTo', IX: index + 1 },
        cell('X', x),
        cell('Y', y),
      ),
    ),
  )
}

interface Curve {
  readonly to: Corner
  readonly by: readonly [Corner, Corner]
}

/** Corners, and curves with their two handles. */
function curved(first: Corner, rows: readonly (Corner | Curve)[]): string {
  return element(
    'Section',
    { N: 'Geometry', IX: 0 },
    cell('NoFill', 0),
    cell('NoLine', 0),
    element('Row', { T: 'RelMoveTo', IX: 1 }, ...visioCells({ X: first[0], Y: first[1] })),
    ...rows.map((row, at) => {
      if (!('to' in row))
        return element('Row', { T: 'RelLineTo', IX: at + 2 }, ...visioCells({ X: row[0], Y: row[1] }))
      const [[a, b], [c, d]] = row.by
      const cells = visioCells({ X: row.to[0], Y: row.to[1], A: a, B: b, C: c, D: d })
      return element('Row', { T: 'RelCubBezTo', IX: at + 2 }, ...cells)
    }),
  )
}

/** The wave is lowest in the middle, where flowlines leave. */
const waved = curved(
  [0, 0.08],
  [
    {
      to: [1, 0.16],
      by: [
        [0.35, -0.14],
        [0.65, 0.22],
      ],
    },
    [1, 1],
    [0, 1],
    [0, 0.08],
  ],
)

/** Round ends, of a fifth of the width. */
const rounded = curved(
  [0.2, 0],
  [
    [0.8, 0],
    {
      to: [0.8, 1],
      by: [
        [1.066, 0],
        [1.066, 1],
      ],
    },
    [0.2, 1],
    {
      to: [0.2, 0],
      by: [
        [-0.066, 1],
        [-0.066, 0],
      ],
    },
  ],
)

const outlines: { readonly [master in Exclude<VsdxMaster, 'connector'>]: readonly string[] } = {
  terminator: [rounded],
  process: [outline(square, 0)],
  decision: [
    outline(
      [
        [0, 0.5],
        [0.5, 0],
        [1, 0.5],
        [0.5, 1],
        [0, 0.5],
      ],
      0,
    ),
  ],
  document: [waved],
  subprocess: [
    outline(square, 0),
    ...[0.06, 0.94].map((x, at) =>
      outline(
        [
          [x, 0],
          [x, 1],
        ],
        at + 1,
        'open',
      ),
    ),
  ],
  lane: [outline(square, 0)],
}

const usual = { x: 0, y: 0, width: 1.5, height: 0.75 }

/** masters.xml: the list. */
export function masterList(namespaces: { readonly [name: string]: string }): string {
  return element(
    'Masters',
    namespaces,
    ...Object.values(vsdxMasters).map(({ id, name }, at) =>
      element(
        'Master',
        { ID: id, NameU: name, Name: name, MatchByName: 1, Hidden: 0 },
        element('PageSheet', {}, ...visioCells({ PageWidth: usual.width, PageHeight: usual.height })),
        element('Rel', { 'r:id': `rId${at + 1}` }),
      ),
    ),
  )
}

/** The parts masterN.xml, in the order of the list. */
export function masterParts(namespaces: { readonly [name: string]: string }): readonly string[] {
  return (Object.keys(vsdxMasters) as readonly VsdxMaster[]).map((master) =>
    element(
      'MasterContents',
      namespaces,
      element(
        'Shapes',
        {},
        master === 'connector'
          ? connector()
          : element('Shape', { ID: 5, Type: 'Shape', ...styled }, ...box(master)),
      ),
    ),
  )
}

const styled = { LineStyle: 0, FillStyle: 0, TextStyle: 0 }

function box(master: Exclude<VsdxMaster, 'connector'>): readonly string[] {
  return [...frameCells(usual), cell('ObjType', 1), ...outlines[master]]
}

function connector(): string {
  return element(
    'Shape',
    { ID: 5, Type: 'Shape', ...styled },
    ...frameCells({ ...usual, height: 0 }),
    ...visioCells({
      BeginX: 0,
      BeginY: 0,
      EndX: usual.width,
      EndY: 0,
      ObjType: 2,
      EndArrow: 13,
      EndArrowSize: 1,
    }),
    element(
      'Section',
      { N: 'Geometry', IX: 0 },
      cell('NoFill', 1),
      element('Row', { T: 'MoveTo', IX: 1 }, cell('X', 0), cell('Y', 0)),
      element('Row', { T: 'LineTo', IX: 2 }, cell('X', usual.width), cell('Y', 0)),
    ),
  )
}
