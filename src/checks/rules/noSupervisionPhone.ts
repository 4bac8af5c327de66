/** An external chart without 监督投诉电话. Ignored unless the chart is known to be external. */
import type { Rule } from '../finding.ts'
import type { Header } from '../../model/chart.ts'
import { hasExternalEdition } from '../../model/editions/hasExternalEdition.ts'

export const noSupervisionPhone: Rule = {
  id: 'no-supervision-phone',
  severity: 'warning',
  source: 'domain D25, A2: a required field of every external chart',
  find: (facts) => {
    const { header } = facts.chart
    const isSaid =
      header.hasExternal !== undefined ||
      header.powerKind !== undefined ||
      facts.isKind('licensing') ||
      isForThePublic(header)
    if (!isSaid || !hasExternalEdition(header) || header.supervisionPhone?.trim()) return []
    return [{ steps: [] }]
  },
}

function isForThePublic({ publicTitle, consultPhone, place, openingHours }: Header): boolean {
  return [publicTitle, consultPhone, place, openingHours].some((text) => text?.trim())
}
