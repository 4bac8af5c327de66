import type { RiskListReading } from '../../files/registers/readRiskList.ts'
import type { Chart } from '../../model/chart.ts'
import type { ListedRisk, Matches } from '../../model/registers/importRisks.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { importRisksText } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import type { Placing } from './riskPlaces.ts'
import { keyOf, nowhere, ownerKey, placesIn } from './riskPlaces.ts'
import './reading.css'

interface RiskPreviewProps {
  readonly chart: Chart
  readonly reading: RiskListReading
  readonly matches: Matches
  readonly placing: Placing
  readonly onPlacing: (placing: Placing) => void
}

/** Parsed risks: first those without a place, then those placed, then those already in the chart. */
export function RiskPreview({ chart, reading, matches, placing, onPlacing }: RiskPreviewProps) {
  const { placed, known, unplaced } = matches
  const { risks, problems, leftOut } = reading
  const places = placesIn(chart)
  const row = (risk: ListedRisk, found: string, why?: string) => (
    <Row
      key={keyOf(risk)}
      risk={risk}
      why={why}
      to={
        <Choice
          label={importRisksText.to}
          value={placing[keyOf(risk)] ?? found}
          options={places}
          onChoose={(to) => onPlacing({ ...placing, [keyOf(risk)]: to ?? nowhere })}
        />
      }
    />
  )
  return (
    <div className="preview-reading">
      <p className="reading-sum">
        {risks.length === 0
          ? importRisksText.nothing
          : importRisksText.found(placed.length, known.length, unplaced.length)}
      </p>
      {problems.length > 0 && (
        <ul className="problems">
          {problems.map((problem) => (
            <li key={`${problem.row ?? ''} ${sayFault(problem)}`}>{sayFault(problem)}</li>
          ))}
        </ul>
      )}
      <LeftOut leftOut={leftOut} />
      {risks.length > 0 && (
        <div className="reading-table" tabIndex={0} role="group" aria-label={importRisksText.heading}>
          <table>
            <Heads />
            <tbody>
              {unplaced.map(({ risk, why }) => row(risk, nowhere, importRisksText.why[why]))}
              {placed.map(({ risk, owner }) => row(risk, ownerKey(owner)))}
              {known.map(({ risk }) => (
                <Row
                  key={keyOf(risk)}
                  risk={risk}
                  to={<span className="field-help">{importRisksText.known}</span>}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Heads() {
  return (
    <thead>
      <tr>
        {[
          importRisksText.row,
          importRisksText.risk,
          importRisksText.measures,
          importRisksText.place,
          importRisksText.to,
        ].map((head) => (
          <th key={head}>{head}</th>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly risk: ListedRisk
  readonly to: React.ReactNode
  readonly why?: string | undefined
}

function Row({ risk, to, why }: RowProps) {
  const { row, text, measures, power, place, posts } = risk
  const where = [power, place, posts.join('、')].filter((part) => part !== undefined && part !== '')
  return (
    <tr className={why === undefined ? '' : 'row-warning'}>
      <td>{row}</td>
      <td className="row-name">{text}</td>
      <td>
        {measures.map((measure) => (
          <div key={measure}>{measure}</div>
        ))}
      </td>
      <td>
        {where.join(' · ')}
        {why !== undefined && <div className="row-notes">{why}</div>}
      </td>
      <td>{to}</td>
    </tr>
  )
}

/** Lists the rows that are not imported. */
function LeftOut({ leftOut }: Pick<RiskListReading, 'leftOut'>) {
  if (leftOut.length === 0) return null
  return (
    <details className="field-help">
      <summary>{importRisksText.leftOut(leftOut.length)}</summary>
      <ul>
        {leftOut.map(({ row, words }) => (
          <li key={row}>{importRisksText.leftOutRow(row, words)}</li>
        ))}
      </ul>
    </details>
  )
}
