import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import { readTsv } from '../../src/files/tableSource/readDelimited.ts'
import { readTable } from '../../src/files/tableReading/readTable.ts'
import type { Chart } from '../../src/model/chart.ts'
import { counter } from './counter.ts'

const folder = new URL('../fixtures/flows/', import.meta.url)
const flows = readdirSync(folder)
  .filter((file) => file.endsWith('.tsv'))
  .map((file) => file.replace('.tsv', ''))

const text = (file: string) => readFileSync(new URL(file, folder), 'utf8')

/** What both forms of a flow say, without ids: the table knows no title and no materials. */
function told(chart: Chart) {
  const nameOf = new Map([...chart.steps, ...chart.posts].map(({ id, name }) => [id, name]))
  const placeOf = new Map(chart.steps.map(({ id }, place) => [id, place]))
  const risks = new Map(chart.risks.map((risk) => [risk.id, risk.step]))
  return {
    steps: chart.steps.map(({ id, kind, name, posts = [], timeLimit }) => ({
      kind,
      name,
      posts: posts.map((post) => nameOf.get(post)),
      timeLimit,
      risks: chart.risks.filter(({ step }) => step === id).map(({ text, level }) => ({ text, level })),
      measures: chart.measures
        .filter((measure) => measure.risks.some((risk) => risks.get(risk) === id))
        .map((measure) => measure.text),
    })),
    flowlines: chart.flowlines
      .map(({ from, to, label }) => `${placeOf.get(from)! + 1}→${placeOf.get(to)! + 1} ${label ?? ''}`)
      .toSorted(),
  }
}

describe('the twenty real flows', () => {
  it('are all here', () => {
    expect(flows).toHaveLength(20)
  })

  it.each(flows)('[FI6] flow %s says the same as a table and as a file', (flow) => {
    const { chart, problems } = readTable(readTsv(text(`${flow}.tsv`)), counter())
    expect(told(chart!)).toEqual(told(readChartFile(text(`${flow}.json`), counter()).chart))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
