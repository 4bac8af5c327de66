import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { highMediumLow, type GradingScheme } from '../../../src/model/grading.ts'
import {
  newChartFromTemplate,
  newChartInUnit,
  withUnitDefaults,
  isOfUnit,
} from '../../../src/model/unit/newChart.ts'
import {
  repairedUnit,
  tidiedValue,
  unitProblem,
  type Unit,
  type UnitField,
} from '../../../src/model/unit/unit.ts'
import { nextSerial, numberBeginning, readNoticeNumber } from '../../../src/model/review/noticeNumber.ts'
import { gradingSchemes } from '../../../src/text/schemes/gradingSchemes.ts'
import { styleNames } from '../../../src/sheet/styles.ts'
import { chartOf } from '../../support/chartOf.ts'
import { expenses } from '../../support/registers.ts'

const unit: Unit = { name: '某市住建局', consultPhone: '0551-1', supervisionPhone: '12345' }

/** The ready-made one, made one's own: other ids, the same names. */
const ours: GradingScheme = {
  ...highMediumLow,
  id: 'ours',
  name: '本局办法',
  levels: highMediumLow.levels.map((level) => ({ ...level, id: `ours-${level.id}` })),
}
const numerals = gradingSchemes.find(({ levels }) => levels.every(({ name }) => !/^[高中低]$/.test(name)))!

/** What each risk is called, whatever its id is. */
function levelNames({ risks, grading }: Chart): readonly (string | undefined)[] {
  return risks.map(({ level }) => grading.levels.find(({ id }) => id === level)?.name)
}

describe('a new chart of the unit', () => {
  it('[UN1] begins with name, phones and scheme where its source says nothing', () => {
    const blank = chartOf('受理 → 决定')
    const begun = newChartInUnit({ ...unit, grading: ours }, blank)
    expect(begun.header).toEqual({
      ...blank.header,
      unit: unit.name,
      consultPhone: '0551-1',
      supervisionPhone: '12345',
    })
    expect(begun.grading).toBe(ours)
    expect(newChartInUnit({}, blank)).toEqual(blank)
  })

  it('[UN1] keeps every word that its source says', () => {
    const said = { title: '许可', unit: '某市住建局审批科', consultPhone: '0551-9' }
    const begun = newChartInUnit(unit, chartOf('受理 → 决定', {}, said))
    expect(begun.header).toEqual({ ...said, supervisionPhone: '12345' })
  })

  it('[UN2] of another unit gets nothing of ours: that phone would be a wrong one', () => {
    const foreign = chartOf('受理 → 决定', {}, { title: '许可', unit: '某市人社局' })
    expect(newChartInUnit({ ...unit, grading: ours }, foreign)).toBe(foreign)
    expect(
      ['', ' 某市 住建局', '某市住建局办公室', '住建局'].map((name) => isOfUnit(unit, { unit: name })),
    ).toEqual([true, true, true, false])
    expect(isOfUnit({}, { unit: '某市人社局' })).toBe(true)
  })

  it('[UN1] whose unit a person has emptied stays without one', () => {
    expect(withUnitDefaults(unit, chartOf('受理 → 决定')).header).toMatchObject({ supervisionPhone: '12345' })
    expect(withUnitDefaults(unit, chartOf('受理 → 决定')).header).not.toHaveProperty('unit')
  })

  it('[UN3] never grades otherwise than the table: a level keeps its name, or the scheme is not taken', () => {
    const table = { ...expenses(), header: { title: '财务报销' } }
    const same = newChartInUnit({ ...unit, grading: ours }, table)
    expect(same.grading).toBe(ours)
    expect(levelNames(same)).toEqual(levelNames(table))
    const other = newChartInUnit({ ...unit, grading: numerals }, table)
    expect([other.grading, other.risks]).toEqual([table.grading, table.risks])
    const ungraded = { ...table, risks: table.risks.map(({ level: _level, ...risk }) => risk) }
    expect(newChartInUnit({ ...unit, grading: numerals }, ungraded).grading).toBe(numerals)
  })

  it('[UN4] from a template is graded by the unit’s scheme, and remembers what the template said', () => {
    const template = { ...expenses(), header: { title: '财务报销' } }
    const begun = newChartFromTemplate({ ...unit, grading: numerals }, template)
    expect(begun.grading).toEqual(numerals)
    expect(begun.header.unit).toBe(unit.name)
    for (const [at, risk] of begun.risks.entries()) {
      const before = template.risks[at]!.level
      // What nobody has graded stays so.
      if (before === undefined) continue
      expect(numerals.levels.map(({ id }) => id)).toContain(risk.level)
      expect(risk.formerLevels?.[0]).toMatchObject({ scheme: highMediumLow.id, level: before })
    }
    expect(newChartFromTemplate({ ...unit, grading: ours }, template).grading).toBe(ours)
    expect(newChartFromTemplate(unit, template).risks).toEqual(template.risks)
  })
})

describe('what the unit can be', () => {
  it.each<readonly [UnitField, unknown, string | undefined]>([
    ['name', '某市住建局', undefined],
    ['name', null, undefined],
    ['name', 7, 'wrong-kind'],
    ['name', '局'.repeat(101), 'too-long'],
    ['style', 'mono', undefined],
    ['style', 'pink', 'wrong-kind'],
    ['noticeWord', '某廉预', undefined],
    ['noticeWord', '某廉预[2026]', 'brackets'],
    ['grading', ours, undefined],
    ['grading', { ...ours, levels: [] }, 'no-levels'],
    ['grading', { ...ours, source: '长'.repeat(100_000) }, 'too-long'],
    ['grading', [], 'wrong-kind'],
  ])('[UN5] %s of %o: %s', (field, value, problem) => {
    expect(unitProblem(field, value as never)).toBe(problem)
  })

  it('[UN5] is read whatever was kept, and left out where it does not fit', () => {
    const kept = { name: 7, style: 'blue', grading: { levels: '高' }, emblem: 'e', more: 1 }
    expect(repairedUnit(kept)).toEqual({ style: 'blue', emblem: 'e' })
    expect(styleNames.map((style) => repairedUnit({ style }).style)).toEqual(styleNames)
    expect(gradingSchemes.map((grading) => unitProblem('grading', grading as never))).toEqual(
      gradingSchemes.map(() => undefined),
    )
  })

  it('[UN5] is one line, and nothing rather than blanks', () => {
    expect(tidiedValue('name', ' 某市\n 住建局 ')).toBe('某市 住建局')
    expect(tidiedValue('name', ' 　')).toBeNull()
    expect(tidiedValue('grading', { ...ours, more: 1 })).toEqual(ours)
  })
})

describe('numbers of notices', () => {
  it('[UN21] count a row for each word and year', () => {
    const numbers = [
      '某廉预〔2026〕9号',
      '某廉预〔2026〕10号',
      '某廉督〔2026〕40号',
      '某廉预〔2025〕7号',
      '补发',
    ]
    expect(nextSerial(numbers, '某廉预', 2026)).toBe(11)
    expect(nextSerial(numbers, '某廉预', 2027)).toBe(1)
    expect(readNoticeNumber(' 某廉预〔2026〕3号')).toEqual({ word: '某廉预', year: 2026, serial: 3 })
    expect(readNoticeNumber('某廉预(2026)3号')).toBeUndefined()
    expect(numberBeginning('某廉预', 2026)).toBe('某廉预〔2026〕')
  })
})
