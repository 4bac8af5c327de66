/** Boxes and glued connectors as PowerPoint and Excel write them: the same elements under two prefixes. */
import { element } from '../xml.ts'
import type { OfficeBox, OfficeFigure, OfficeLine } from './officeFigures.ts'
import { boxProperties, lineProperties } from './shapeProperties.ts'
import { shapeText } from './shapeText.ts'

type Attributes = Readonly<Record<string, string>>

export interface FigureDialect {
  /** `p` or `xdr` */
  readonly prefix: string
  readonly shape: Attributes
  readonly connector: Attributes
  /** What stands after the drawing properties of each; `''`: nothing. */
  readonly closing: string
}

export function figureElement(dialect: FigureDialect, figure: OfficeFigure): string {
  return figure.is === 'box' ? boxElement(dialect, figure) : lineElement(dialect, figure)
}

/** `closing`: in place of the dialect's. */
export function boxElement(
  { prefix, shape, closing }: FigureDialect,
  figure: OfficeBox,
  own?: { readonly closing: string },
): string {
  const { id, name, look } = figure
  const isTextBox = look === 'label' && !own
  return element(
    `${prefix}:sp`,
    shape,
    element(
      `${prefix}:nvSpPr`,
      {},
      element(`${prefix}:cNvPr`, { id, name }),
      element(`${prefix}:cNvSpPr`, isTextBox ? { txBox: 1 } : {}),
      own?.closing ?? closing,
    ),
    boxProperties(`${prefix}:spPr`, figure),
    shapeText(`${prefix}:txBody`, figure),
  )
}

function lineElement({ prefix, shape, connector, closing }: FigureDialect, line: OfficeLine): string {
  const known = element(`${prefix}:cNvPr`, { id: line.id, name: line.name })
  if (line.geometry.preset === 'freeform')
    return element(
      `${prefix}:sp`,
      shape,
      element(`${prefix}:nvSpPr`, {}, known, element(`${prefix}:cNvSpPr`, {}), closing),
      lineProperties(`${prefix}:spPr`, line),
    )
  const ends = element(
    `${prefix}:cNvCxnSpPr`,
    {},
    element('a:stCxn', { id: line.from.shape, idx: line.from.site }),
    element('a:endCxn', { id: line.to.shape, idx: line.to.site }),
  )
  return element(
    `${prefix}:cxnSp`,
    connector,
    element(`${prefix}:nvCxnSpPr`, {}, known, ends, closing),
    lineProperties(`${prefix}:spPr`, line),
  )
}
