/** Title, unit, edition, date and version: what stands above the drawing, with the facts. */
import type { Edition } from '../../model/edition.ts'
import { dateWording, headerWords } from '../../text/paper.ts'
import { editionName } from '../../text/terms.ts'
import { widthOf } from '../advances.ts'
import { colour, type LineLook } from '../figures/look.ts'
import type { Ink } from '../ink.ts'
import { brokenLines } from '../lineBreak.ts'
import { lineInk, textInk } from '../textInk.ts'
import { rule, stacked, type Block } from './block.ts'
import { factsBlock, headerFacts } from './facts.ts'
import type { PageLook } from './pageLook.ts'

export function headingBlock(edition: Edition, width: number, look: PageLook): Block {
  const facts = factsBlock(headerFacts(edition), width, look)
  const ruled: Block = { height: look.hairline, ink: [rule(width, colour.hairline, look.hairline)] }
  const framed = facts.height === 0 ? [ruled] : [ruled, facts, ruled]
  return stacked(
    [
      titleBlock(edition.chart.header.title, width, look.title),
      subtitleBlock(edition, width, look),
      stacked(framed, 1.8 * look.scale),
    ],
    2.2 * look.scale,
  )
}

/** In one line, or two; a longer title is set smaller until it fits. */
function titleBlock(title: string, width: number, look: LineLook): Block {
  const fitted = fittedTitle(title, width, look)
  const lines = brokenLines(title, width, fitted)
  const lineHeight = fitted.size * 1.35
  return {
    height: lines.length * lineHeight,
    ink: textInk(lines, { x: width / 2, middle: lineHeight / 2, align: 'middle' }, { ...fitted, lineHeight }),
  }
}

function fittedTitle(title: string, width: number, look: LineLook): LineLook {
  const sizes = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64].map((factor) => look.size * factor)
  const fitting = sizes.find((size) => brokenLines(title, width, { ...look, size }).length <= 2)
  return { ...look, size: fitting ?? sizes.at(-1)! }
}

/** Unit and edition on the left; version, date and 内部公开 on the right. */
function subtitleBlock(edition: Edition, width: number, look: PageLook): Block {
  const { header } = edition.chart
  const text = look.subtitle
  const middle = text.lineHeight / 2
  const unit = header.unit?.trim() ?? ''
  const nameAt = unit === '' ? 0 : widthOf(unit, text.size, 'bold') + 4 * look.scale
  const mark = edition.name === 'internal' ? internalMark(width, middle, text) : { width: 0, ink: [] }
  const right = [header.versionMark, header.issuedOn && dateWording(header.issuedOn)]
    .filter(Boolean)
    .join('　')
  const rightEnd = mark.width === 0 ? width : width - mark.width - 4 * look.scale
  return {
    height: text.lineHeight,
    ink: [
      ...lineInk(unit, { x: 0, middle, align: 'start' }, { ...text, weight: 'bold' }),
      ...lineInk(
        editionName[edition.name],
        { x: nameAt, middle, align: 'start' },
        { ...text, fill: colour.secondary },
      ),
      ...lineInk(right, { x: rightEnd, middle, align: 'end' }, text),
      ...mark.ink,
    ],
  }
}

function internalMark(
  right: number,
  middle: number,
  text: LineLook,
): { readonly width: number; readonly ink: readonly Ink[] } {
  const look = { ...text, size: text.size * 0.9, fill: colour.outline }
  const height = text.size * 1.4
  const width = widthOf(headerWords.internalMark, look.size, look.weight) + text.size
  return {
    width,
    ink: [
      {
        kind: 'rect',
        x: right - width,
        y: middle - height / 2,
        width,
        height,
        radius: text.size * 0.2,
        stroke: colour.outline,
        strokeWidth: text.size * 0.06,
      },
      ...lineInk(headerWords.internalMark, { x: right - width / 2, middle, align: 'middle' }, look),
    ],
  }
}
