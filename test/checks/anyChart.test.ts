/** Whatever the chart, a check answers, changes nothing, and names only what is there. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runChecks } from '../../src/checks/runChecks.ts'
import { sayFinding } from '../../src/text/messages/findings.ts'
import { arbitraryChart } from '../files/arbitraryChart.ts'

it('[CH3] any chart can be checked', () => {
  fc.assert(
    fc.property(arbitraryChart, (chart) => {
      const before = JSON.stringify(chart)
      const { findings, time } = runChecks(chart)
      expect(JSON.stringify(chart)).toBe(before)
      const ids = new Set(chart.steps.map(({ id }) => id))
      for (const finding of findings) {
        expect(finding.rule).not.toBe('rule-failed')
        expect(sayFinding(finding, chart)).not.toMatch(/undefined|NaN/)
      }
      const named = [...findings.flatMap(({ steps }) => steps), ...time.path]
      expect(named.filter((id) => !ids.has(id))).toEqual([])
      expect(Number.isFinite(time.workdays) && Number.isFinite(time.days)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
