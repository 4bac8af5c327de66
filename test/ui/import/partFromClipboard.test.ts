import { expect, it } from 'vitest'
import { partFromClipboard } from '../../../src/ui/base/material/partFromClipboard.ts'
import { counter } from '../../files/counter.ts'
import { pathsOf } from '../../support/chartOf.ts'

function pasted(text: string) {
  const read = partFromClipboard('', { text, html: '' }, counter())
  if (typeof read === 'string') throw new Error(read)
  return { paths: pathsOf(read.part), notes: read.notes }
}

const cell = (id: string, attributes: string, inside = '') =>
  `<mxCell id="${id}" ${attributes}>${inside}</mxCell>`
const box = (id: string, name: string, y: number) =>
  cell(
    id,
    `value="${name}" vertex="1" parent="1"`,
    `<mxGeometry x="0" y="${y}" width="120" height="40" as="geometry"/>`,
  )

const model = `<mxGraphModel><root>${cell('0', '')}${cell('1', 'parent="0"')}${box('2', '受理', 0)}${box('3', '审查', 90)}${cell(
  '4',
  'edge="1" parent="1" source="2" target="3"',
  '<mxGeometry relative="1" as="geometry"/>',
)}</root></mxGraphModel>`

it('[DW14] cells of draw.io and Mermaid text are pasted as steps and flowlines, and lines of text as before', () => {
  expect(pasted(model).paths).toEqual(['受理→审查'])
  expect(pasted(encodeURIComponent(model)).paths).toEqual(['受理→审查'])
  expect(pasted('flowchart TD\n a[受理] -->|齐全| b[审查]').paths).toEqual(['受理-齐全→审查'])
  expect(pasted('1、受理\n2、审查').paths).toEqual(['受理→审查'])
})

it('[DW14] what was not understood is said', () => {
  expect(pasted('flowchart TD\n a[受理] --> b[审查]\n c[[[坏').notes.length).toBeGreaterThan(0)
})
