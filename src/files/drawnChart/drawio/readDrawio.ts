/** draw.io pages as scenes: swimlanes and tables are lanes, labels of edges are labels of lines. */
import { dataKeys } from '../../../text/paper/exchangeWords.ts'
import type { FigureBox, FigurePoint, Scene, SceneLane, SceneLine, SceneShape } from '../scene/scene.ts'
import { shapeDataOf } from '../scene/shapeDataOf.ts'
import { drawioCells, type DrawioCell } from './drawioCells.ts'
import { drawioPages, type DrawioPage } from './drawioPages.ts'
import { figureOfStyle, hasHead, isLaneStyle } from './drawioStyle.ts'

/** Undefined if the file carries no draw.io drawing. */
export function readDrawio(bytes: Uint8Array): readonly Scene[] | undefined {
  return drawioPages(bytes)?.map(sceneOf)
}

interface Cells {
  readonly byId: ReadonlyMap<string, DrawioCell>
  readonly childrenOf: (id: string) => readonly DrawioCell[]
}

function sceneOf({ name, model }: DrawioPage): Scene {
  const all = drawioCells(model)
  const children = new Map<string, DrawioCell[]>()
  for (const cell of all) {
    const siblings = children.get(cell.parent)
    if (siblings) siblings.push(cell)
    else children.set(cell.parent, [cell])
  }
  const cells = {
    byId: new Map(all.map((cell) => [cell.id, cell])),
    childrenOf: (id: string) => children.get(id) ?? [],
  }
  const lanes = all.flatMap((cell) => lanesOf(cell, cells))
  const laneIds = new Set(lanes.map(({ id }) => id))
  const glued = new Set(all.flatMap(({ source, target }) => [source ?? '', target ?? '']))
  const inGroup = new Set(all.filter(({ id }) => glued.has(id)).flatMap((cell) => partsOfGroup(cell, cells)))
  const shapes = all.flatMap((cell) =>
    cell.isVertex && cell.box && !laneIds.has(cell.id) && !inGroup.has(cell.id) && !isPart(cell, cells)
      ? [shapeOf(cell, cells)]
      : [],
  )
  const title = name === '' || /^(?:page|页|第)[-\s]*\d+/i.test(name) ? titleOfPool(lanes) : name
  return {
    ...(title !== undefined && { title }),
    shapes,
    lines: all.filter(({ isEdge }) => isEdge).map((cell) => lineOf(cell, cells)),
    lanes,
    left: [],
    doubts: [],
  }
}

/** A single pool around lanes is named after the flow. */
function titleOfPool(lanes: readonly SceneLane[]): string | undefined {
  const [only, ...others] = lanes.filter(({ kind, name }) => kind === 'pool' && name !== '')
  const hasLanes = lanes.some(({ parent, kind }) => parent === only?.id && kind === 'lane')
  return only && others.length === 0 && hasLanes ? only.name : undefined
}

/** Labels of edges, and rows and cells of tables without text. */
function isPart({ parent, style, text }: DrawioCell, { byId }: Cells): boolean {
  if (byId.get(parent)?.isEdge) return true
  return text === '' && /^(?:table|tableRow|partialRectangle)$/.test(style.get('shape') ?? '')
}

/** A group that an edge is glued to is one figure: its texts are those of its parts. */
function partsOfGroup(cell: DrawioCell, { childrenOf }: Cells): readonly string[] {
  if (!cell.isVertex || cell.text !== '' || isLaneStyle(cell.style)) return []
  return childrenOf(cell.id).map(({ id }) => id)
}

function shapeOf(cell: DrawioCell, cells: Cells): SceneShape {
  const { id, style } = cell
  const box = cell.box!
  const size = { width: box.right - box.left, height: box.bottom - box.top }
  const parts =
    cell.text === '' ? cells.childrenOf(id).filter((part) => part.isVertex && part.text !== '') : []
  const isGroup = style.has('group') && parts.length === 0
  const text = cell.text === '' ? parts.map((part) => part.text).join('\n') : cell.text
  const data = shapeDataOf(cell.data)
  const named = cell.data[dataKeys.name]
  return {
    id,
    text,
    figure: isGroup ? 'none' : figureOfStyle(style, size),
    box,
    ...(data && { data }),
    ...(named !== undefined && { named }),
  }
}

/** A swimlane with figures in it; the named rows of a table, else its named columns. */
function lanesOf(cell: DrawioCell, cells: Cells): readonly SceneLane[] {
  const { id, text, box, parent } = cell
  if (!cell.isVertex || !box) return []
  const inside = cells.childrenOf(id).filter(({ isVertex }) => isVertex)
  if (cell.style.get('shape') === 'table') return tableLanes(cell, box, inside, cells)
  const isColumn = cells.byId.get(parent)?.style.get('shape') === 'tableRow'
  if (isColumn || !isLaneStyle(cell.style)) return []
  if (inside.length === 0 && !cells.byId.get(parent)?.style.has('swimlane')) return []
  const isPool = inside.some(({ style }) => isLaneStyle(style))
  return [
    {
      id,
      name: oneText(text),
      box,
      kind: isPool ? 'pool' : 'lane',
      ...(isLane(parent, cells) && { parent }),
    },
  ]
}

function isLane(id: string, { byId }: Cells): boolean {
  const cell = byId.get(id)
  return cell !== undefined && isLaneStyle(cell.style)
}

function tableLanes(
  { id, text }: DrawioCell,
  box: FigureBox,
  rows: readonly DrawioCell[],
  { childrenOf }: Cells,
): readonly SceneLane[] {
  const named = rows.filter((row) => row.text !== '' && row.box)
  const [first] = rows
  const columns = (first ? childrenOf(first.id) : []).filter(
    (cell) => cell.isVertex && cell.text !== '' && cell.box,
  )
  if (named.length === 0 && columns.length === 0) return []
  if (!rows.some((row) => childrenOf(row.id).some((cell) => isLaneStyle(cell.style)))) return []
  const parts = [...rows, ...rows.flatMap((row) => childrenOf(row.id))]
  const columnKind = named.length > 0 ? 'stage' : 'lane'
  return [
    { id, name: oneText(text), box, kind: 'pool' },
    ...named.map((row): SceneLane => ({
      id: row.id,
      name: oneText(row.text),
      box: row.box!,
      kind: 'lane',
      parent: id,
    })),
    ...columns.map((column): SceneLane => ({
      id: column.id,
      name: oneText(column.text),
      box: { ...column.box!, top: box.top, bottom: box.bottom },
      kind: columnKind,
      parent: id,
    })),
    // The grid itself is no figure.
    ...parts
      .filter((part) => !named.includes(part) && !columns.includes(part) && isGridPart(part))
      .map((part): SceneLane => ({ id: part.id, name: '', kind: 'pool' })),
  ]
}

function isGridPart({ style, text }: DrawioCell): boolean {
  return text === '' && (isLaneStyle(style) || style.get('shape') === 'tableRow')
}

function lineOf(cell: DrawioCell, cells: Cells): SceneLine {
  const { id, source, target, style, bends } = cell
  const labels = cells.childrenOf(id).filter(({ text }) => text !== '')
  const from = source === undefined ? undefined : cells.byId.get(source)?.box
  const to = target === undefined ? undefined : cells.byId.get(target)?.box
  const first = bends[0] ?? (to ? middle(to) : cell.end)
  const last = bends.at(-1) ?? (from ? middle(from) : cell.start)
  const start = from ? portOf(from, style.get('exitX'), style.get('exitY'), first) : cell.start
  const end = to ? portOf(to, style.get('entryX'), style.get('entryY'), last) : cell.end
  return {
    id: `line ${id}`,
    path: [start, ...bends, end].flatMap((point) => point ?? []),
    startHead: hasHead(style, 'startArrow'),
    endHead: hasHead(style, 'endArrow'),
    label: [cell.text, ...labels.map(({ text }) => text)]
      .map(oneText)
      .filter((text) => text !== '')
      .join('；'),
    ...(source !== undefined && { from: source }),
    ...(target !== undefined && { to: target }),
  }
}

function middle(box: FigureBox): FigurePoint {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
}

/** The place on the outline that the style says, else the middle of the side that faces the next point. */
function portOf(
  box: FigureBox,
  x: string | undefined,
  y: string | undefined,
  next: FigurePoint | undefined,
): FigurePoint {
  const centre = middle(box)
  if (x !== undefined && y !== undefined)
    return {
      x: box.left + (box.right - box.left) * Number(x),
      y: box.top + (box.bottom - box.top) * Number(y),
    }
  if (!next) return centre
  const [dx, dy] = [next.x - centre.x, next.y - centre.y]
  const isUpright = Math.abs(dy) * (box.right - box.left) > Math.abs(dx) * (box.bottom - box.top)
  if (isUpright) return { x: centre.x, y: dy > 0 ? box.bottom : box.top }
  return { x: dx > 0 ? box.right : box.left, y: centre.y }
}

function oneText(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '')
}
