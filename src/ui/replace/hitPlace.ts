import type { Chart, Id } from '../../model/chart.ts'
import type { TextHit } from '../../model/edits/replaceText.ts'
import { labelOf } from '../../text/screen/fieldValues.ts'
import { replaceWords } from '../../text/screen/replaceWords.ts'
import { flowlinePanel, headerPanel, riskPanel, stepPanel } from '../../text/screen/screen.ts'

/** Where a text stands: 环节 受理 · 备注（仅内部）. The name itself needs no name before it. */
export function hitPlace(chart: Chart, { root, id, field }: TextHit): string {
  const label = labelOf(root, field)
  const stepName = (step: Id | undefined) => chart.steps.find((each) => each.id === step)?.name ?? ''
  switch (root) {
    case 'meta':
      return `${headerPanel.heading} · ${label}`
    case 'posts':
      return field === 'name'
        ? headerPanel.posts
        : `${headerPanel.posts} ${nameIn(chart.posts, id)} · ${label}`
    case 'steps':
      return field === 'name' ? label : `${stepPanel.heading} ${stepName(id)} · ${label}`
    case 'flowlines': {
      const line = chart.flowlines.find((each) => each.id === id)
      return `${flowlinePanel.heading} ${stepName(line?.from)} → ${stepName(line?.to)}`
    }
    case 'risks': {
      const risk = chart.risks.find((each) => each.id === id)
      const owner = risk?.step === undefined ? nameIn(chart.posts, risk?.post) : stepName(risk.step)
      return field === 'text' ? replaceWords.risk(owner) : `${replaceWords.risk(owner)} · ${label}`
    }
    case 'measures':
      return field === 'text' ? riskPanel.measures : `${riskPanel.measures} · ${label}`
    case 'waivers':
      return label
  }
}

function nameIn(things: Chart['posts'], id: Id | undefined): string {
  return things.find((each) => each.id === id)?.name ?? ''
}
