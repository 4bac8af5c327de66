/**
 * Symbols of forms that Noto Sans SC lacks (☐ ☑ ☒ ✔ ✘ …), drawn here, one em wide; and the mark of a
 * damaged character, which is shown as one and never left out. In em, y upwards; the same in both weights.
 */
import type { PathCommand } from './displayList.ts'

type Point = readonly [x: number, y: number]

/** Clockwise contours are filled, the others are holes. */
type Contour = readonly Point[]

/** The middle of a Chinese character, and half of what it fills. */
const [middle, half] = [0.38, 0.38] as const

const outer = square(half)
const frame = [outer, hole(square(half - 0.07))]

const check: Contour = [
  [0.2, 0.38],
  [0.27, 0.46],
  [0.42, 0.29],
  [0.74, 0.66],
  [0.81, 0.59],
  [0.42, 0.15],
]

const arrow: Contour = [
  [0.12, 0.33],
  [0.12, 0.43],
  [0.58, 0.43],
  [0.58, 0.58],
  [0.88, 0.38],
  [0.58, 0.18],
  [0.58, 0.33],
]

const symbols: ReadonlyMap<string, readonly PathCommand[]> = new Map(
  (
    [
      ['☐', frame],
      ['◻', frame],
      ['⬜', frame],
      ['☑', [...frame, check]],
      ['☒', [...frame, cross(0.22, 0.04)]],
      ['✅', [outer, hole(check)]],
      ['✔', [larger(check)]],
      ['✕', [cross(0.32, 0.04)]],
      ['✖', [cross(0.32, 0.08)]],
      ['✗', [cross(0.34, 0.05)]],
      ['✘', [cross(0.34, 0.07)]],
      ['❌', [cross(0.36, 0.09)]],
      ['❎', [outer, hole(cross(0.24, 0.06))]],
      ['►', [pointing(0.32)]],
      ['◄', [mirrored(pointing(0.32))]],
      ['➤', [pointing(0.32)]],
      ['➔', [arrow]],
      ['➜', [arrow]],
      ['\uFFFD', [diamond(half + 0.06), hole(questionStem()), hole(square(0.045, -0.2))]],
    ] as const
  ).map(([character, contours]) => [character, contours.flatMap(pathOf)]),
)

/** Undefined for every other character. */
export function drawnSymbol(character: string): readonly PathCommand[] | undefined {
  return symbols.get(character)
}

/** The text without what is drawn here. */
export function withoutDrawnSymbols(text: string): string {
  return Array.from(text)
    .filter((character) => !symbols.has(character))
    .join('')
}

function hole(contour: Contour): Contour {
  return [...contour].reverse()
}

function pathOf(contour: Contour): readonly PathCommand[] {
  return [...contour.map(([x, y], at) => [at === 0 ? 'M' : 'L', x, y] as const), ['Z']]
}

function square(side: number, above = 0): Contour {
  const y = middle + above
  return [
    [0.5 - side, y - side],
    [0.5 - side, y + side],
    [0.5 + side, y + side],
    [0.5 + side, y - side],
  ]
}

function diamond(reach: number): Contour {
  return [
    [0.5 - reach, middle],
    [0.5, middle + reach],
    [0.5 + reach, middle],
    [0.5, middle - reach],
  ]
}

/** A question mark of straight lines. */
function questionStem(): Contour {
  return [
    [0.36, 0.5],
    [0.36, 0.62],
    [0.64, 0.62],
    [0.64, 0.4],
    [0.545, 0.34],
    [0.545, 0.27],
    [0.455, 0.27],
    [0.455, 0.38],
    [0.55, 0.44],
    [0.55, 0.54],
    [0.45, 0.54],
    [0.45, 0.5],
  ]
}

/** Two bars that cross, turned by 45°. */
function cross(reach: number, width: number): Contour {
  const quarter: Contour = [
    [-width, width],
    [-width, reach],
    [width, reach],
  ]
  return [0, 1, 2, 3].flatMap((turns) =>
    quarter.map(([x, y]) => {
      const angle = Math.PI / 4 - (turns * Math.PI) / 2
      return [
        0.5 + (x * Math.cos(angle) - y * Math.sin(angle)) * 1.2,
        middle + (x * Math.sin(angle) + y * Math.cos(angle)) * 1.2,
      ] as const
    }),
  )
}

function pointing(reach: number): Contour {
  return [
    [0.5 - reach, middle - reach],
    [0.5 - reach, middle + reach],
    [0.5 + reach, middle],
  ]
}

function mirrored(contour: Contour): Contour {
  return hole(contour.map(([x, y]) => [1 - x, y] as const))
}

function larger(contour: Contour): Contour {
  return contour.map(([x, y]) => [0.5 + (x - 0.5) * 1.25, middle + (y - middle) * 1.25] as const)
}
