import { useMemo } from 'react'
import { regraded } from '../../model/edits/changeGrading.ts'
import type { GradingScheme } from '../../model/grading.ts'
import { gradingText, regradedText } from '../../text/screen/grading.ts'
import { useChart } from '../openChart/chartContext.ts'
import './RegradePreview.css'
import './RiskGrading.css'

/** Previews the new level of each risk. */
export function RegradePreview({ scheme }: { readonly scheme: GradingScheme }) {
  const chart = useChart()
  const rows = useMemo(() => regraded(chart, scheme), [chart, scheme])
  const texts = new Map(chart.risks.map(({ id, text }) => [id, text]))
  const untold = rows.filter(({ before, after }) => before !== undefined && after === undefined).length
  return (
    <section className="regrade" aria-label={gradingText.preview}>
      <h4>{gradingText.preview}</h4>
      {rows.length === 0 && <p className="field-help">{gradingText.previewNone}</p>}
      {untold > 0 && <p className="verdict-other">{gradingText.untold(untold)}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{gradingText.previewRisk}</th>
              <th>{gradingText.previewBefore}</th>
              <th>{gradingText.previewAfter}</th>
              <th>{gradingText.previewWhy}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ risk, before, after, why }) => (
              <tr key={risk}>
                <td>{texts.get(risk)}</td>
                <td>{before ?? gradingText.ungraded}</td>
                <td>{after ?? gradingText.ungraded}</td>
                <td>{regradedText[why]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
