/**
 * The floors inside ui, from top to bottom. A file imports from its own folder and from
 * the floors below; folders of one floor do not know each other, except through the
 * files that a feature offers to the others (`fronts`). Circles of files and folders that
 * import each other are looked for in every room by innerFloors.test.ts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const drawing = ['canvas', 'grid', 'panels', 'presence', 'check', 'commandPalette', 'replace']
const around = ['replay', 'history', 'review', 'publication', 'share', 'export', 'import']
const unitWide = ['access', 'control', 'riskOverview', 'grading', 'unit', 'catalogue']

const floors: readonly (readonly string[])[] = [
  ['main.tsx'],
  ['App.tsx'],
  ['editor', 'home', 'entrance'],
  [...drawing, ...around, ...unitWide],
  ['openChart'],
  ['base'],
]

/** What a feature offers to others on its floor, and who takes it. */
const fronts: Readonly<Record<string, readonly string[]>> = {
  'grading/GradingDialog.tsx': ['panels'],
  'grading/RiskGrading.tsx': ['panels'],
  'grading/SchemeEditor.tsx': ['unit'],
  'grading/SchemeView.tsx': ['unit'],
  'history/Differences.tsx': ['review'],
  'history/VersionDialog.tsx': ['review'],
  'history/useComparison.ts': ['review'],
  'publication/OpenMatters.tsx': ['catalogue'],
  'publication/Preview.tsx': ['catalogue'],
  'publication/PublishLayout.tsx': ['catalogue'],
  'publication/ReviewForm.tsx': ['catalogue'],
  'publication/ScanList.tsx': ['catalogue'],
  'unit/UnitDialog.tsx': ['catalogue'],
}

const ui = join(import.meta.dirname, '../../src/ui')

describe('the floors inside ui', () => {
  it('name every folder and every file beside them, each once', () => {
    const named = floors.flat()
    expect(named).toHaveLength(new Set(named).size)
    expect(
      readdirSync(ui)
        .filter((name) => !/\.(md|json)$/.test(name))
        .sort(),
    ).toEqual([...named].sort())
  })

  it('are left only downwards, or through a front', () => {
    const arrows = arrowsIn(ui)
    expect(arrows.length, 'a gate that sees nothing must not be green').toBeGreaterThan(500)
    expect(arrows.filter((arrow) => !isAllowed(arrow)).map(written)).toEqual([])
  })

  it('have no front that nobody goes through', () => {
    const taken = new Set(arrowsIn(ui).map(({ from, to }) => `${placeOf(from)} → ${to}`))
    const offered = Object.entries(fronts).flatMap(([file, takers]) =>
      takers.map((taker) => `${taker} → ${file}`),
    )
    expect(offered.filter((arrow) => !taken.has(arrow))).toEqual([])
  })

  it('would see a wall broken through', () => {
    const broken = [
      ['base/fields/Field.tsx', 'openChart/session.ts'],
      ['openChart/session.ts', 'history/changeMarksOf.ts'],
      ['canvas/Canvas.tsx', 'presence/OthersOnCanvas.tsx'],
      ['canvas/Canvas.tsx', 'review/marks.css'],
      ['panels/StepPanel.tsx', 'grading/SchemeEditor.tsx'],
      ['home/Home.tsx', 'editor/Editor.tsx'],
    ] as const
    expect(broken.filter(([from, to]) => isAllowed({ from, to }))).toEqual([])
    expect(isAllowed({ from: 'panels/GradingField.tsx', to: 'grading/GradingDialog.tsx' })).toBe(true)
    const source =
      "import x from '../a/b.ts'\nimport '../c/d.css'\nlazy(async () => import('../e/F.tsx'))\nnew URL('./g.worker.ts', import.meta.url)"
    expect(targetsOf('canvas/Canvas.tsx', source)).toEqual([
      'a/b.ts',
      'c/d.css',
      'e/F.tsx',
      'canvas/g.worker.ts',
    ])
  })
})

interface Arrow {
  readonly from: string
  readonly to: string
}

function isAllowed({ from, to }: Arrow): boolean {
  if (placeOf(from) === placeOf(to) || floorOf(from) < floorOf(to)) return true
  return fronts[to]?.includes(placeOf(from)) ?? false
}

/** 0 is the top. */
function floorOf(file: string): number {
  return floors.findIndex((floor) => floor.includes(placeOf(file)))
}

function placeOf(file: string): string {
  return file.split('/')[0]!
}

/** Imports between files of ui, style sheets too; paths relative to it. */
function arrowsIn(root: string): readonly Arrow[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  )
  return files.flatMap((from) =>
    targetsOf(from, readFileSync(join(root, from), 'utf8')).map((to) => ({ from, to })),
  )
}

function targetsOf(file: string, source: string): readonly string[] {
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\bnew URL\(\s*)['"](\.[^'"?]+)['"]/g)
  return [...found]
    .map((match) => relative('/', join('/', 'ui', dirname(file), match[1]!)))
    .filter((path) => path.startsWith('ui/'))
    .map((path) => path.slice('ui/'.length))
}

function written({ from, to }: Arrow): string {
  return `${from} → ${to}`
}
