import { describe, expect, it } from 'vitest'
import { processOf } from '../../src/exchange/bpmn/processOf.ts'
import { exchangeFormats, leftBehind } from '../../src/exchange/exchangeFile.ts'
import { plainScene, type PlainScene } from '../../src/exchange/plainScene.ts'
import { isDrawn, readDrawnChart } from '../../src/files/drawnChart/readDrawnChart.ts'
import { counter } from '../files/counter.ts'
import { chartOf, pathsOf, withEnds } from '../support/chartOf.ts'
import { contentOf, realChart } from '../support/sheets.ts'
import { walked } from './processWalks.ts'

async function sceneOf(words: string): Promise<PlainScene> {
  const { edition, arrangement } = await contentOf(
    { name: 'internal', chart: withEnds(chartOf(words)) },
    'flow',
  )
  return plainScene(edition, arrangement)
}

const said = async (words: string) => leftBehind('bpmn-flowable', await sceneOf(words))

/** The same numbers in every run. */
function chooser(): (count: number) => number {
  let seed = 7
  return (count) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * count)
  }
}

const fork = '申请 → 分送；分送 → 甲科；分送 → 乙科；'
const flows = {
  'two ways that meet': `${fork}甲科 → 汇总；乙科 → 汇总；汇总 → 办结`,
  'one within another': `${fork}甲科 → 丙；甲科 → 丁；丙 → 汇总；丁 → 汇总；乙科 → 汇总；汇总 → 办结`,
  'a choice within': `${fork}甲科 -大→ 丙；甲科 -小→ 汇总；丙 → 汇总；乙科 → 汇总；汇总 → 办结`,
  'ways that never meet': '申请 → 决定；决定 → 送达；决定 → 归档',
  'a meeting that ends': `${fork}甲科 → 汇总；乙科 → 汇总`,
  'a way out of one branch': `${fork}甲科 -退→ 申请；甲科 -过→ 汇总；乙科 → 汇总；汇总 → 办结`,
  'a way past': '申请 → 会签；申请 → 决定；会签 → 决定；决定 → 办结',
  'several beginnings': '举报 → 受理；交办 → 受理；受理 → 办结',
  'a circle that nothing enters': '甲 → 乙；乙 → 甲；乙 -完→ 丙；申请 → 办结',
}

describe('a process of a chart', () => {
  it.each(Object.entries(flows))('[EX9] %s: runs to its end, every step done', async (_, words) => {
    const scene = await sceneOf(words)
    const model = processOf(scene)
    const choose = chooser()
    const walks = Array.from({ length: 40 }, () => walked(model, choose))
    expect(walks.filter(({ ended }) => !ended)).toEqual([])
    const visited = new Set(walks.flatMap(({ entered }) => [...entered.keys()]))
    expect(scene.steps.filter(({ id }) => !visited.has(id))).toEqual([])
    const meets = scene.steps.find(({ name }) => name === '汇总')?.id
    const again = walks.filter(({ entered }) => meets !== undefined && (entered.get(meets) ?? 0) > 1)
    expect(again).toEqual([])
  })

  it.each(Object.entries(flows))('[EX2] %s: comes back without what was added', async (_, words) => {
    const scene = await sceneOf(words)
    const file = exchangeFormats['bpmn-flowable'].write(scene)
    const reading = readDrawnChart(new TextEncoder().encode(file), 'x.bpmn', { newId: counter() })
    if (!reading || !isDrawn(reading)) throw new Error('not read')
    expect(pathsOf(reading.chart).toSorted()).toEqual(pathsOf(withEnds(chartOf(words))).toSorted())
    expect([...reading.doubts, ...reading.left]).toEqual([])
  })

  it('[EX9] real charts run to an end', async () => {
    for (const name of ['07', '20', '31']) {
      const { edition, arrangement } = await contentOf({ name: 'internal', chart: realChart(name) }, 'flow')
      const scene = plainScene(edition, arrangement)
      const choose = chooser()
      const walks = Array.from({ length: 60 }, () => walked(processOf(scene), choose))
      const visited = new Set(walks.flatMap(({ entered }) => [...entered.keys()]))
      expect(
        walks.every(({ ended }) => ended),
        name,
      ).toBe(true)
      expect(
        scene.steps.filter(({ id }) => !visited.has(id)),
        name,
      ).toEqual([])
    }
  })

  it('[EX5] exits that are no clear fork are written as a choice, and it is said', async () => {
    expect(await said(flows['two ways that meet'])).not.toContain('choices')
    expect(await said(flows['a way out of one branch'])).toContain('choices')
  })
})
