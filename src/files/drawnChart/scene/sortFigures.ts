/** What each figure of a drawing is: step, joint, box beside a step, label of a line, title, frame. */
import { withoutInvisible } from '../../../model/invisible.ts'
import { most } from '../../../model/kinds/limits.ts'
import {
  arrowGlyph,
  measureLane,
  plainLabel,
  remarkText,
  riskLane,
} from '../../../text/recognition/drawnWords.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import { findLanes, laneOfShape, type FoundLanes } from './findLanes.ts'
import { attachedFigures } from './attachedFigures.ts'
import { boxAround, boxToSegment, boxGrid, lineSegments } from './geometry.ts'
import type { Scene, SceneLine, SceneShape } from './scene.ts'
import { splitSideText, type SideField } from './sideText.ts'

export interface SideShape {
  readonly shape: SceneShape
  /** What the whole text is, if no mark in it says so: the name of its column. */
  readonly field: SideField | undefined
}

export interface SortedFigures extends Pick<FoundLanes, 'postOf' | 'stageOf'> {
  readonly steps: readonly SceneShape[]
  readonly joints: readonly SceneShape[]
  readonly sides: readonly SideShape[]
  readonly labels: readonly SceneShape[]
  readonly lines: readonly SceneLine[]
  readonly title: string | undefined
  readonly left: readonly DrawnProblem[]
  readonly doubts: readonly DrawnProblem[]
}

export function sortFigures(scene: Scene): SortedFigures {
  const shapes = scene.shapes.map(tidied)
  const glyphs = shapes.filter(({ text, figure }) => figure === 'none' && arrowGlyph.test(text))
  const lines = [...scene.lines, ...glyphs.flatMap(lineOfGlyph)]
  const others = shapes.filter((shape) => !glyphs.includes(shape))
  const attached = attachedFigures(lines, others)
  const lanes = findLanes(scene, others, attached)
  const kept = others.filter(({ id }) => !lanes.used.has(id))
  const near = nearLine(lines)
  const sorted = sorter(kept, { attached, near, lanes })
  const { title, remarks } = titleOf(scene, sorted.texts, sorted.steps)
  return {
    ...sorted,
    lines,
    title,
    postOf: lanes.postOf,
    stageOf: lanes.stageOf,
    left: [
      ...scene.left,
      ...remarks.map(({ text }) => ({ fault: 'looseText' as const, words: text })),
      ...(sorted.empty > 0 ? [{ fault: 'emptyShapes' as const, other: sorted.empty }] : []),
    ],
    doubts: [...scene.doubts, ...lanes.doubts],
  }
}

function tidied(shape: SceneShape): SceneShape {
  const text = withoutInvisible(shape.text)
    // Control characters, but not the line end.
    .replaceAll(/[\p{Cc}]/gu, (character) => (/[\n\r\v\f\u2028]/.test(character) ? '\n' : ' '))
    .split('\n')
    .map((line) => line.replaceAll(/[ \u00A0\u3000]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, most.text)
  return { ...shape, text }
}

/** ↓ in a text box of its own is an arrow; its ends are found by direction. */
function lineOfGlyph({ id, text, box }: SceneShape): readonly SceneLine[] {
  if (!box) return []
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  const isUpright = '↓⇩⬇▼↑⇧⬆▲'.includes(text)
  const isBack = '↑⇧⬆▲←⇦⬅◀'.includes(text)
  const ends = isUpright
    ? [
        { x, y: box.top },
        { x, y: box.bottom },
      ]
    : [
        { x: box.left, y },
        { x: box.right, y },
      ]
  return [
    { id: `glyph ${id}`, path: isBack ? ends.reverse() : ends, startHead: false, endHead: true, label: '' },
  ]
}

/** Points. A label stands no farther from its line. */
const labelReach = 24
/** Characters. */
const mostLabel = 40

type NearLine = (shape: SceneShape, reach: number) => boolean

function nearLine(lines: readonly SceneLine[]): NearLine {
  const pieces = lines.flatMap(({ path }) => lineSegments(path))
  const grid = boxGrid(pieces, ({ a, b }) => boxAround([a, b]))
  return ({ box }, reach) => {
    if (!box) return false
    for (const piece of grid.near(box, reach)) if (boxToSegment(box, piece) <= reach) return true
    return false
  }
}

interface Around {
  readonly attached: ReadonlySet<string>
  readonly near: NearLine
  readonly lanes: FoundLanes
}

interface Sorted {
  readonly steps: readonly SceneShape[]
  readonly joints: readonly SceneShape[]
  readonly sides: readonly SideShape[]
  readonly labels: readonly SceneShape[]
  readonly texts: readonly SceneShape[]
  readonly empty: number
}

function sorter(shapes: readonly SceneShape[], around: Around): Sorted {
  const framed = shapes.filter(({ figure, text }) => figure !== 'none' && text !== '')
  // Where nothing has a frame, the texts are the steps.
  const isBare = framed.length < 2
  const sides: SideShape[] = []
  const kinds: Record<ShapeKind, SceneShape[]> = { step: [], joint: [], label: [], text: [], empty: [] }
  for (const shape of shapes) {
    const side = sideOf(shape, around.lanes)
    if (side) sides.push(side)
    else kinds[kindOfShape(shape, around, isBare)].push(shape)
  }
  return {
    steps: kinds.step,
    joints: kinds.joint,
    sides,
    labels: kinds.label,
    texts: kinds.text,
    empty: kinds.empty.length,
  }
}

type ShapeKind = 'step' | 'joint' | 'label' | 'text' | 'empty'

function sideOf(shape: SceneShape, lanes: FoundLanes): SideShape | undefined {
  if (shape.text === '') return undefined
  const side = splitSideText(shape.text)
  if (side && side.before === '' && side.parts.length > 0) return { shape, field: undefined }
  const lane = laneOfShape(shape, lanes)?.name ?? ''
  if (riskLane.test(lane)) return { shape, field: 'risk' }
  return measureLane.test(lane) ? { shape, field: 'measures' } : undefined
}

function kindOfShape(shape: SceneShape, { attached, near }: Around, isBare: boolean): ShapeKind {
  const { text, figure, id } = shape
  if (text === '')
    return figure === 'diamond' || attached.has(id) ? (figure === 'none' ? 'empty' : 'joint') : 'empty'
  const isShort = text.length <= mostLabel
  const isAttached = attached.has(id)
  if (figure === 'none') {
    if (remarkText.test(text)) return 'text'
    if (isShort && !isBare && !isAttached && near(shape, labelReach)) return 'label'
    return isBare || isAttached ? 'step' : 'text'
  }
  if (remarkText.test(text) && !isAttached) return 'text'
  if (!isAttached && plainLabel.test(text) && near(shape, labelReach)) return 'label'
  return !isAttached && text.length <= 8 && near(shape, 0) ? 'label' : 'step'
}

/** The text above everything is the title. */
function titleOf(
  { title }: Scene,
  texts: readonly SceneShape[],
  steps: readonly SceneShape[],
): { readonly title: string | undefined; readonly remarks: readonly SceneShape[] } {
  if (title !== undefined)
    return { title, remarks: texts.filter(({ text }) => joined(text) !== joined(title)) }
  const top = steps.reduce((so, { box }) => Math.min(so, box?.top ?? so), Infinity)
  const above = texts
    .filter(
      ({ box, text }) =>
        box && (box.top + box.bottom) / 2 < top && text.length <= 60 && !remarkText.test(text),
    )
    .sort((one, other) => one.box!.top - other.box!.top)
  const [first] = above
  return first
    ? { title: joined(first.text), remarks: texts.filter((text) => text !== first) }
    : { title: undefined, remarks: texts }
}

function joined(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '')
}
