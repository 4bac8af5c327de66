/** The slides of a presentation (.pptx) and the drawings of a workbook (.xlsx): a scene each. */
import type { Scene, SceneLane, SceneShape } from '../scene/scene.ts'
import { attribute, child, descend, within, type PlainElement } from '../source/plainXml.ts'
import { relationsOf, type ZipParts } from '../source/zipParts.ts'
import { gatherDrawing, nothingGathered } from './drawingMl.ts'
import { officeScene } from './officeScene.ts'
import { paragraphText } from './officeText.ts'
import { emu, unitPlacement } from './place.ts'

/** Visible slides, in their order. */
export function readPptx(parts: ZipParts): readonly Scene[] {
  const presentation = parts.xml('ppt/presentation.xml')
  if (!presentation) return []
  const relations = relationsOf(parts, 'ppt/presentation.xml')
  return within(presentation, 'sldId').flatMap((slide) => {
    const name = relations.get(slide.attributes['r:id'] ?? relationId(slide)) ?? ''
    const content = parts.xml(name)
    if (!content || attribute(content, 'show') === '0') return []
    const tree = descend(content, 'cSld', 'spTree')
    return tree ? [slideScene(tree, parts, name)] : []
  })
}

function relationId({ attributes }: PlainElement): string {
  return Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
}

function slideScene(tree: PlainElement, parts: ZipParts, name: string): Scene {
  const gathered = nothingGathered()
  gatherDrawing(tree, unitPlacement(emu), gathered)
  gatherSmartArt(tree, parts, name, gathered)
  const tables = within(tree, 'graphicFrame').map(tableOnSlide)
  return officeScene(
    { ...gathered, shapes: [...gathered.shapes, ...tables.flatMap(({ shapes }) => shapes)] },
    [],
    tables.flatMap(({ lanes }) => lanes),
  )
}

/** SmartArt is drawn from a part of its own ([MS-ODRAWXML] 2.6, `dsp:drawing`). */
function gatherSmartArt(
  element: PlainElement,
  parts: ZipParts,
  name: string,
  gathered: ReturnType<typeof nothingGathered>,
): void {
  const frames = within(element, 'relIds')
  if (frames.length === 0) return
  const drawings = [...relationsOf(parts, name).values()].filter((target) =>
    /diagrams\/drawing\d*\.xml$/.test(target),
  )
  for (const target of drawings) {
    const drawing = parts.xml(target)
    const tree = drawing && child(drawing, 'spTree')
    if (tree) gatherDrawing(tree, unitPlacement(emu), gathered)
  }
}

/** A table behind the shapes gives lanes: the columns of its first row, where the rest is empty. */
function tableOnSlide(frame: PlainElement): {
  readonly lanes: readonly SceneLane[]
  readonly shapes: readonly SceneShape[]
} {
  const table = descend(frame, 'graphic', 'graphicData', 'tbl')
  const offset = descend(frame, 'xfrm', 'off')
  const extent = descend(frame, 'xfrm', 'ext')
  if (!table || !offset || !extent) return { lanes: [], shapes: [] }
  const [left, top] = [Number(attribute(offset, 'x')) / emu, Number(attribute(offset, 'y')) / emu]
  const widths = within(table, 'gridCol').map((column) => Number(attribute(column, 'w') ?? 0) / emu)
  const rows = table.children.filter(({ name }) => name === 'tr')
  const texts = rows.map((row) => row.children.filter(({ name }) => name === 'tc').map(cellText))
  const [heads = [], ...others] = texts
  const bottom = top + Number(attribute(extent, 'cy')) / emu
  const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  if (others.every((row) => row.every((text) => text === ''))) {
    const lanes = heads.flatMap((name, at): SceneLane[] =>
      name === ''
        ? []
        : [
            {
              id: `column ${at}`,
              name,
              kind: 'lane',
              box: { left: starts[at]!, right: starts[at]! + widths[at]!, top, bottom },
            },
          ],
    )
    return { lanes, shapes: [] }
  }
  const said = texts.flat().filter((text) => text !== '')
  return { lanes: [], shapes: said.map((text, at) => ({ id: `cell ${top} ${at}`, text, figure: 'none' })) }
}

function cellText(cell: PlainElement): string {
  return within(cell, 'p').map(paragraphText).join('').trim()
}

/** The drawings of the visible sheets. */
export function readXlsxDrawings(parts: ZipParts): readonly Scene[] {
  const book = parts.xml('xl/workbook.xml')
  if (!book) return []
  const relations = relationsOf(parts, 'xl/workbook.xml')
  return within(book, 'sheet').flatMap((sheet) => {
    const name = relations.get(relationId(sheet)) ?? ''
    if (!parts.names.includes(name) || (attribute(sheet, 'state') ?? 'visible') !== 'visible') return []
    const drawings = [...relationsOf(parts, name).values()].filter((target) =>
      /drawings\/drawing\d*\.xml$/.test(target),
    )
    const rows = drawings.length > 0 ? filledRows(parts.xml(name)) : 0
    return drawings.flatMap((target) => {
      const drawing = parts.xml(target)
      if (!drawing) return []
      const gathered = nothingGathered()
      for (const anchor of drawing.children) gatherDrawing(anchor, unitPlacement(emu), gathered)
      // A sheet with more rows than figures is a table with a drawing beside it.
      if (rows > gathered.shapes.length) return []
      return [officeScene({ ...gathered, title: gathered.title ?? sheetTitle(attribute(sheet, 'name')) }, [])]
    })
  })
}

/** Rows with a value. */
function filledRows(sheet: PlainElement | undefined): number {
  const rows = sheet ? within(sheet, 'row') : []
  return rows.filter((row) => row.children.some((cell) => child(cell, 'v') ?? child(cell, 'is'))).length
}

/** Sheet1 is no title. */
function sheetTitle(name: string | undefined): string | undefined {
  return name === undefined || /^(?:sheet|工作表|表)\s*\d*$/i.test(name) ? undefined : name
}
