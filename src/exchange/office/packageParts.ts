/** The two parts that every Open Packaging Conventions file has (ISO/IEC 29500-2): relationships and content types. */
import { element } from '../xml.ts'

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'

/** The ids are rId1, rId2 … in this order; `base`: what the kinds begin with. */
export function packageRelations(
  base: string,
  targets: readonly (readonly [kind: string, target: string])[],
): string {
  return element(
    'Relationships',
    { xmlns: relations },
    ...targets.map(([kind, target], at) =>
      element('Relationship', { Id: `rId${at + 1}`, Type: `${base}/${kind}`, Target: target }),
    ),
  )
}

export function packageContentTypes(parts: readonly (readonly [part: string, content: string])[]): string {
  return element(
    'Types',
    { xmlns: contentTypes },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...parts.map(([part, content]) => element('Override', { PartName: part, ContentType: content })),
  )
}
