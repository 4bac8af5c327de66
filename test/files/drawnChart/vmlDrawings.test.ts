import { describe, expect, it } from 'vitest'
import { drawnOf, packed, toldDrawn, wordText } from './drawings.ts'

const vmlShape = (id: number, type: number, style: string, text: string) =>
  `<v:shape id="s${id}" type="#_x0000_t${type}" style="position:absolute;${style}"><v:textbox><w:txbxContent>${wordText(text)}</w:txbxContent></v:textbox></v:shape>`

describe('a chart drawn in Word 2003 (VML)', () => {
  it('[DW1] [DW2] is read by its shape numbers and the rules of the document', () => {
    const group = `<w:p><w:r><w:pict><v:group style="width:200pt;height:300pt" coordorigin="0,0" coordsize="2000,3000">${vmlShape(1, 116, 'left:0;top:0;width:900;height:300', '申请')}${vmlShape(2, 110, 'left:0;top:800;width:900;height:500', '是否受理')}${vmlShape(3, 109, 'left:0;top:2000;width:900;height:300', '办理')}<v:shape id="s4" type="#_x0000_t32" style="position:absolute;left:0;top:0;width:1;height:1"><v:stroke endarrow="block"/></v:shape><v:line id="s5" from="450,1300" to="450,1990"><v:stroke endarrow="block"/></v:line></v:group></w:pict></w:r></w:p>`
    const rules =
      '<o:r type="connector" idref="#s4"><o:proxy start="" idref="#s1"/><o:proxy end="" idref="#s2"/></o:r>'
    const { lines } = toldDrawn(
      drawnOf(
        packed({
          'word/document.xml': `<w:document xmlns:w="w" xmlns:v="v"><w:body>${group}</w:body></w:document>`,
          'word/settings.xml': `<w:settings xmlns:w="w" xmlns:o="o"><o:rules>${rules}</o:rules></w:settings>`,
        }),
      ),
    )
    expect(lines).toEqual(['申请→是否受理', '是否受理→办理'])
  })
})
