/** Every figure and every sheet, drawn without a browser. */
import type { Chart, Risk, StepKind, View } from '../../src/model/chart.ts'
import { externalEdition } from '../../src/model/editions/externalEdition.ts'
import { hasExternalEdition } from '../../src/model/editions/hasExternalEdition.ts'
import type { Edition } from '../../src/model/editions/edition.ts'
import { picturePng } from '../../src/publicationRenderer/png.ts'
import { composeSheet } from '../../src/sheet/composeSheet.ts'
import { plainPageStyle } from '../../src/sheet/pageStyle.ts'
import type { StyleName } from '../../src/sheet/styles.ts'
import { chartOf } from '../support/chartOf.ts'
import { flowNames } from '../support/flows.ts'
import { contentOf, fonts, realChart } from '../support/sheets.ts'
import type { Specimen } from './specimen.ts'

const views: readonly View[] = ['flow', 'lanes', 'columns']
const styles: readonly StyleName[] = ['plain', 'blue', 'red', 'mono']
const kinds: readonly StepKind[] = ['terminator', 'process', 'decision', 'document', 'subprocess']
const levels = ['high', 'medium', 'low'] as const

/** A sheet of A3 at about 100 dpi. */
const pixels = { width: 1170, height: 1654 } as const

/** Figures in each style and view, then the twenty charts as sheets: internal in each view, external as the flow. */
export async function* paperSpecimens(): AsyncGenerator<Specimen> {
  for (const style of styles)
    for (const view of views) {
      const edition: Edition = { name: 'internal', chart: everyFigure }
      yield { group: 'Figures', name: `${style} ${view}`, png: await drawn(edition, view, style) }
    }
  for (const name of flowNames) {
    const chart = realChart(name)
    for (const view of views) {
      const edition: Edition = { name: 'internal', chart }
      yield { group: 'Sheets', name: `${name} internal ${view}`, png: await drawn(edition, view, 'plain') }
    }
    if (!hasExternalEdition(chart.header)) continue
    const edition: Edition = { name: 'external', chart: externalEdition(chart, {}) }
    yield { group: 'Sheets', name: `${name} external flow`, png: await drawn(edition, 'flow', 'blue') }
  }
}

async function drawn(edition: Edition, view: View, style: StyleName): Promise<Uint8Array> {
  const page = { paper: 'A3', landscape: false } as const
  const sheet = composeSheet(await contentOf(edition, view), page, { ...plainPageStyle, style })
  return picturePng(sheet, pixels, await fonts())
}

const names = kinds.map((kind) => `${kind}，名称长得要折成两行`)
const sketch = chartOf(
  `${names.join(' → ')}；${names[2]} -不符合→ ${names[0]}；${names[2]} -需要听证→ 听证`,
  { ...Object.fromEntries(kinds.map((kind, i) => [names[i]!, { kind }])), 听证: { internalOnly: true } },
  { title: '所有图形', unit: '某局', supervisionPhone: '0551-12345', powerKind: 'licensing' },
)

/** A step of each kind, a risk of each level, one without, a label, a way back, an internal step, two posts. */
const everyFigure: Chart = {
  ...sketch,
  posts: [
    { id: 'p1', order: 'a0', name: '窗口' },
    { id: 'p2', order: 'a1', name: '审查岗' },
  ],
  steps: sketch.steps.map((step, i) => ({ ...step, posts: [i % 2 === 0 ? 'p1' : 'p2'], note: '备注' })),
  risks: names.slice(0, 4).map((step, i): Risk => {
    const level = levels[i]
    return { id: `r${i}`, order: `a${i}`, step, text: `风险${i}`, ...(level === undefined ? {} : { level }) }
  }),
  measures: [{ id: 'm', order: 'a0', text: '双人核验并留痕', risks: ['r0', 'r1'] }],
}
