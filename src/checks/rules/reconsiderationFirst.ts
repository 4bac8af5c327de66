/** 当场处罚 and 不予公开: 复议 comes before 诉讼; a chart that offers both at once misleads. */
import type { Rule } from '../finding.ts'
import { reconsiderFirst, suing, suingAtOnce, withholding } from '../../text/recognition/procedureWords.ts'
import { idsOf } from '../facts.ts'

export const reconsiderationFirst: Rule = {
  id: 'reconsideration-first',
  severity: 'warning',
  source: 'the statute',
  laws: ['reconsideration-23'],
  find: ({ chart, matter, isKind }) => {
    const isDue = (matter.isOnTheSpot && isKind('penalty')) || matter.clock === 'disclosure'
    if (!isDue) return []
    const textsOf = ({ name, note, documents, publicName }: (typeof chart.steps)[number]) =>
      [name, note ?? '', publicName ?? '', ...(documents ?? [])].join('；')
    const all = [...chart.steps.map(textsOf), ...chart.flowlines.map(({ label }) => label ?? '')]
    if (all.some((text) => reconsiderFirst.test(text))) return []
    // An answer that may also be given in full need not say which comes first.
    const misleads = (text: string) =>
      suing.test(text) && (matter.isOnTheSpot || withholding.test(text) || suingAtOnce.test(text))
    const suable = chart.steps.filter((step) => misleads(textsOf(step)))
    return suable.length > 0 ? [{ steps: idsOf(suable) }] : []
  },
}
