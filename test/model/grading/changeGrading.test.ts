/** Another scheme for a chart: said before it is done, and nothing is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../../src/model/records/changes.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { changeGrading, regraded } from '../../../src/model/edits/changeGrading.ts'
import { gradeByRule, setFactor } from '../../../src/model/edits/setFactor.ts'
import { setFields } from '../../../src/model/edits/setFields.ts'
import { externalEdition } from '../../../src/model/editions/externalEdition.ts'
import type { GradingScheme } from '../../../src/model/grading.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { gradingSchemes } from '../../../src/text/schemes/gradingSchemes.ts'
import { chartOf } from '../../support/chartOf.ts'

function after(chart: Chart, edit: Edit): Chart {
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return repaired(applyChanges(recordsOf(chart), edit.changes))
}

const by = (id: string) => gradingSchemes.find((each) => each.id === id)!
const [hml, table, four, two] = [
  'high-medium-low',
  'likelihood-severity',
  'four-triangles',
  'high-ordinary',
].map(by)

function graded(grading: GradingScheme, levels: readonly (string | undefined)[]): Chart {
  return {
    ...chartOf('受理 → 决定'),
    grading,
    risks: levels.map((level, at) => ({
      id: `r${at}`,
      order: `a${at}`,
      text: `风险${at}`,
      step: '受理',
      ...(level === undefined ? {} : { level }),
    })),
  }
}

const levelsOf = (chart: Chart) =>
  chart.risks.map(({ level }) => chart.grading.levels.find(({ id }) => id === level)?.name)

/** Any scheme, with risks graded in it or not, and factors of any scheme chosen or not. */
const anyChart = fc.constantFrom(...gradingSchemes).chain((grading) =>
  fc
    .array(
      fc.record({
        level: fc.option(fc.constantFrom(...grading.levels.map(({ id }) => id)), { nil: undefined }),
        factors: fc.dictionary(
          fc.constantFrom(...gradingSchemes.flatMap(({ factors = [] }) => factors.map(({ id }) => id))),
          fc.integer({ min: 1, max: 3 }),
          { maxKeys: 6 },
        ),
      }),
      { maxLength: 5 },
    )
    .map((risks): Chart => {
      const chart = graded(
        grading,
        risks.map(({ level }) => level),
      )
      return { ...chart, risks: chart.risks.map((risk, at) => ({ ...risk, factors: risks[at]!.factors })) }
    }),
)

describe('what becomes of a risk', () => {
  it('[GR11] goes by its place among the levels, the graver one in doubt', () => {
    const chart = graded(hml!, ['high', 'medium', 'low', undefined])
    expect(regraded(chart, four!).map((each) => [each.before, each.after, each.why])).toEqual([
      ['高', '▲▲▲', 'rank'],
      ['中', '▲▲', 'rank'],
      ['低', '一般', 'rank'],
      [undefined, undefined, 'none'],
    ])
    expect(regraded(chart, two!).map(({ after: name }) => name)).toEqual(['高', '高', '一般', undefined])
  })

  it('[GR11] goes by the rule where the factors are chosen', () => {
    const chart = graded(hml!, ['low'])
    const known = {
      ...chart,
      risks: [{ ...chart.risks[0]!, factors: { 'likelihood-2': 2, 'severity-3': 3 } }],
    }
    expect(regraded(known, table!)).toEqual([
      { risk: 'r0', before: '低', after: '一级', level: 'likelihood-severity-1', why: 'factors' },
    ])
  })

  it('[GR12] is exactly what is done', () => {
    fc.assert(
      fc.property(anyChart, fc.constantFrom(...gradingSchemes), (chart, scheme) => {
        const said = regraded(chart, scheme)
        const done = after(chart, changeGrading(chart, scheme))
        expect(done.grading).toEqual(scheme)
        expect(levelsOf(done)).toEqual(said.map(({ after: name }) => name))
        expect(said.map(({ before }) => before)).toEqual(levelsOf(chart))
      }),
    )
  })
})

describe('changing there and back', () => {
  it('[GR13] loses nothing, through however many schemes', () => {
    fc.assert(
      fc.property(anyChart, fc.array(fc.constantFrom(...gradingSchemes), { maxLength: 4 }), (chart, over) => {
        const between = over.filter(({ id }) => id !== chart.grading.id)
        const gone = between.reduce((now, scheme) => after(now, changeGrading(now, scheme)), chart)
        for (const risk of gone.risks)
          expect(risk.factors).toEqual(chart.risks.find(({ id }) => id === risk.id)!.factors)
        const back = after(gone, changeGrading(gone, chart.grading))
        const had = chart.risks.filter(({ level }) => level !== undefined)
        for (const { id, level } of had) expect(back.risks.find((risk) => risk.id === id)!.level).toBe(level)
      }),
    )
  })

  it('[GR13] keeps the former level with the name of its scheme', () => {
    const chart = after(graded(hml!, ['medium']), changeGrading(graded(hml!, ['medium']), four!))
    expect(chart.risks[0]!.formerLevels).toEqual([
      {
        scheme: 'high-medium-low',
        schemeName: hml!.name,
        level: 'medium',
        levelName: '中',
        became: 'four-triangles-2',
      },
    ])
  })

  it('[GR14] keeps what a person has graded otherwise meanwhile', () => {
    const there = after(graded(hml!, ['low']), changeGrading(graded(hml!, ['low']), four!))
    const graver = after(there, setFields(there, 'risks', 'r0', { level: 'four-triangles-1' }))
    expect(levelsOf(after(graver, changeGrading(graver, hml!)))).toEqual(['高'])
  })

  it('[GR15] tells the public nothing of former levels and factors', () => {
    const there = after(graded(hml!, ['low']), changeGrading(graded(hml!, ['low']), four!))
    const shown = externalEdition(there, { risks: true, measures: true, responsible: true })
    expect(JSON.stringify(shown.risks)).not.toMatch(/former|factors|sphere/)
  })
})

describe('choosing factors', () => {
  it('[GR16] grades as the rule says, and leaves what a person graded', () => {
    let chart = graded(table!, [undefined, 'likelihood-severity-3'])
    for (const risk of ['r0', 'r1']) {
      chart = after(chart, setFactor(chart, risk, 'likelihood-2', 2))
      chart = after(chart, setFactor(chart, risk, 'severity-3', 3))
    }
    expect(levelsOf(chart)).toEqual(['一级', '三级'])
    expect(levelsOf(after(chart, setFactor(chart, 'r0', 'severity-3', 1)))).toEqual(['三级', '三级'])
    expect(levelsOf(after(chart, gradeByRule(chart, 'r1')))).toEqual(['一级', '一级'])
    const without = after(chart, setFactor(chart, 'r0', 'severity-3', undefined))
    expect(without.risks[0]!.factors).toEqual({ 'likelihood-2': 2 })
    expect(levelsOf(without)[0]).toBe('一级')
  })

  it('[GR16] grades all risks of a step by the circumstance that one of them has', () => {
    const chart = graded(by('number-of-risks'), [undefined, undefined])
    const forced = after(chart, setFactor(chart, 'r0', 'happened-before', 2))
    expect(levelsOf(forced)).toEqual(['一级', '一级'])
  })

  it('[GR16] refuses for a risk that is gone, and where no rule can tell', () => {
    const chart = graded(hml!, ['low'])
    expect(setFactor(chart, 'gone', 'likelihood-2', 1)).toMatchObject({ ok: false })
    expect(gradeByRule(chart, 'r0')).toMatchObject({ ok: false })
  })
})
