import { element, textElement } from '../xml.ts'
import { linePitch, textInset } from './fittedTexts.ts'
import type { OfficeBox } from './officeFigures.ts'
import { solid, textColour } from './shapeProperties.ts'

/** The text of a box in PowerPoint and Excel: centred, in lines of an exact pitch. */
export function shapeText(name: string, { texts, look }: OfficeBox): string {
  const paragraphs = texts.map(({ words, size, bold }) =>
    element(
      'a:p',
      {},
      element(
        'a:pPr',
        { algn: 'ctr' },
        element('a:lnSpc', {}, element('a:spcPts', { val: Math.round(size * linePitch * 100) })),
      ),
      element(
        'a:r',
        {},
        element(
          'a:rPr',
          { lang: 'zh-CN', sz: Math.round(size * 100), b: bold ? 1 : undefined },
          solid(textColour(look, bold)),
        ),
        textElement('a:t', words),
      ),
    ),
  )
  return element(
    name,
    {},
    element('a:bodyPr', {
      vert: 'horz',
      wrap: 'square',
      lIns: textInset,
      tIns: 0,
      rIns: textInset,
      bIns: 0,
      anchor: 'ctr',
    }),
    element('a:lstStyle', {}),
    ...(paragraphs.length > 0 ? paragraphs : [element('a:p', {})]),
  )
}
