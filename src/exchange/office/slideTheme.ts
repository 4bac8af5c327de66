/** The theme that every presentation must have (ECMA-376 part 1, 14.2.7): plain colours, our typefaces. */
import { element } from '../xml.ts'

const colours: readonly (readonly [string, string])[] = [
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '262626'],
  ['lt2', 'F2F2F2'],
  ['accent1', '1F4E79'],
  ['accent2', 'B22222'],
  ['accent3', '7F7F7F'],
  ['accent4', 'BF9000'],
  ['accent5', '2E75B6'],
  ['accent6', '548235'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
]

export function slideTheme(latin: string, eastern: string): string {
  const font = (name: string) =>
    element(
      name,
      {},
      element('a:latin', { typeface: latin }),
      element('a:ea', { typeface: eastern }),
      element('a:cs', { typeface: '' }),
    )
  const fill = element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }))
  const line = element('a:ln', { w: 9_525 }, fill)
  const effect = element('a:effectStyle', {}, element('a:effectLst', {}))
  return element(
    'a:theme',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'Office' },
    element(
      'a:themeElements',
      {},
      element(
        'a:clrScheme',
        { name: 'Office' },
        ...colours.map(([name, val]) => element(`a:${name}`, {}, element('a:srgbClr', { val }))),
      ),
      element('a:fontScheme', { name: 'Office' }, font('a:majorFont'), font('a:minorFont')),
      element(
        'a:fmtScheme',
        { name: 'Office' },
        element('a:fillStyleLst', {}, fill, fill, fill),
        element('a:lnStyleLst', {}, line, line, line),
        element('a:effectStyleLst', {}, effect, effect, effect),
        element('a:bgFillStyleLst', {}, fill, fill, fill),
      ),
    ),
  )
}
