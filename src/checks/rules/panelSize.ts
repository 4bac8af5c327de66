/** 评标委员会 of five or more, 谈判、询价小组 of three or more, always an odd number, two thirds experts. */
import type { Rule } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import { readCount } from '../../model/numerals.ts'
import { cite } from '../../text/law/cite.ts'
import { expertPersons, panelPersons, panels } from '../../text/recognition/procedureWords.ts'
import type { Facts } from '../facts.ts'

export const panelSize: Rule = {
  id: 'panel-size',
  severity: 'warning',
  source: 'domain D12',
  laws: ['tender-37', 'procurement-38', 'procurement-40'],
  find: (facts) => {
    if (!facts.isKind('procurement', 'works', 'assets')) return []
    return facts.chart.steps.flatMap((step) => {
      const panel = panels.find(({ name }) => textsOf(facts, step).some((text) => name.test(text)))
      const count = panel && personsOf(step)
      if (!panel || count === undefined || step.kind === 'decision') return []
      const experts = countIn(expertPersons, step)
      const isFew = count < panel.least || count % 2 === 0
      if (!isFew && (experts === undefined || experts * 3 >= count * 2)) return []
      return [{ steps: [step.id], words: { count, least: panel.least, law: cite(panel.law) } }]
    })
  },
}

function textsOf({ postsOf }: Facts, step: Step): readonly string[] {
  return [step.name, ...postsOf(step)]
}

/** The number of the panel: the field, else the name or the note. Two persons who only open the bids are no panel. */
function personsOf(step: Step): number | undefined {
  return step.persons ?? countIn(panelPersons, step)
}

function countIn(pattern: RegExp, { name, note }: Step): number | undefined {
  const found = pattern.exec(name) ?? pattern.exec(note ?? '')
  return found ? readCount(found[1]!) : undefined
}
