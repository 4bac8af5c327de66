/** Against charts that offices really used, and the templates that we hand out: what is found must be there. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/checks/rules.ts'
import { runChecks } from '../../src/checks/runChecks.ts'
import { templates } from '../../src/text/templates/templates.ts'
import { templateChart } from '../../src/ui/home/templateChart.ts'
import { counting } from '../support/chartOf.ts'
import { flow, flowNames } from '../support/flows.ts'
import { whole } from './cases/case.ts'

const separation = rules
  .slice(rules.findIndex(({ id }) => id === 'investigate-decide-execute'))
  .map(({ id }) => id)

describe('[CH5] the twenty real charts', () => {
  it.each(flowNames)('%s: no alarm about who does what, none about structure that is sound', (name) => {
    const { findings } = runChecks(flow(name))
    const alarms = findings.filter(({ rule, severity }) => separation.includes(rule) && severity !== 'hint')
    expect(alarms).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'rule-failed')).toEqual([])
    // A decision with one exit stands in charts of which only the main line is known (domain D).
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    expect(errors.filter((rule) => !['decision-one-exit', 'step-without-post'].includes(rule))).toEqual([])
  })
})

describe('[CH6] the templates', () => {
  it.each(templates)('$id has nothing to mend but the telephone, which only the unit knows', (template) => {
    const { findings } = runChecks(templateChart(template, counting()))
    const grave = findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule)
    expect(grave.filter((rule) => rule !== 'no-supervision-phone')).toEqual([])
  })
})

const letters = '核对申请材料原件复印登记数量签字确认审查会签归档送达受理采购验收资产预算科室需求标准'

/** Steps in a row with a way back every ten; no posts, so that every name is held against every other. */
function long(count: number) {
  const names = Array.from({ length: count }, (_, at) => {
    const word = Array.from({ length: 12 }, (_, k) => letters[(at * 7 + k * (at % 11)) % letters.length])
    return `${word.join('')}${String.fromCharCode(0x5000 + at)}`
  })
  const back = names.filter((_, at) => at % 10 === 9).map((name, at) => `${name} -退回→ ${names[at * 10]!}`)
  return whole([names.join(' → '), ...back].join('；'))
}

const timed = (count: number) => {
  const chart = long(count)
  runChecks(chart)
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now()
    runChecks(chart)
    return performance.now() - before
  })
  return Math.min(...times)
}

describe('[CH7] speed', () => {
  it('300 steps are checked while a person types', () => {
    expect(timed(300)).toBeLessThan(500)
  })

  it('a chart four times as long does not take for ever', () => {
    expect(timed(1200)).toBeLessThan(4000)
  })
})
