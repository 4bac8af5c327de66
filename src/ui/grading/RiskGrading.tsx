import { Button } from 'antd'
import type { Risk } from '../../model/chart.ts'
import { gradeByRule, setFactor } from '../../model/edits/setFactor.ts'
import type { RiskFactor } from '../../model/grading.ts'
import { gradeOf } from '../../model/grading/levelBy.ts'
import { sayWhy } from '../../text/screen/grading.ts'
import { stepWords } from '../../text/paper/paper.ts'
import { riskGrading } from '../../text/screen/riskGrading.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import './RiskGrading.css'
import './factor.css'

/**
 * The factors of a risk and the level the rule derives, with the reason; a manual level is marked
 * as such.
 */
export function RiskGrading({ risk }: { readonly risk: Risk }) {
  const { grading } = useChart()
  return (
    <div className="risk-grading">
      {(grading.factors ?? []).map((factor) => (
        <FactorChoice key={factor.id} risk={risk} factor={factor} />
      ))}
      <Verdict risk={risk} />
    </div>
  )
}

function FactorChoice({ risk, factor }: { readonly risk: Risk; readonly factor: RiskFactor }) {
  const edit = useEdit()
  const place = risk.factors?.[factor.id]
  return (
    <label className="factor" title={factor.help}>
      <span>{factor.name}</span>
      <Choice
        label={factor.name}
        none={riskGrading.unset}
        value={place === undefined ? undefined : String(place)}
        options={factor.values.map((value, at) => ({ value: String(at + 1), label: value }))}
        onChoose={(chosen) =>
          edit((now) => setFactor(now, risk.id, factor.id, chosen === undefined ? undefined : Number(chosen)))
        }
      />
    </label>
  )
}

function Verdict({ risk }: { readonly risk: Risk }) {
  const chart = useChart()
  const edit = useEdit()
  const { grading } = chart
  const nameOf = (id: string | undefined) => grading.levels.find((level) => level.id === id)?.name ?? ''
  const grade = gradeOf(chart, risk)
  const former = (risk.formerLevels ?? []).map((each) =>
    riskGrading.formerOf(each.schemeName, each.levelName),
  )
  const take = () => edit((now) => gradeByRule(now, risk.id))
  return (
    <>
      {!grade && (
        <p className="field-help">
          {risk.level === undefined ? riskGrading.waiting : riskGrading.byHand(nameOf(risk.level))}
        </p>
      )}
      {grade && (
        <p className={grade.level === risk.level ? 'verdict' : 'verdict verdict-other'}>
          {(risk.level === undefined || grade.level === risk.level
            ? riskGrading.byRule
            : riskGrading.byHandOf)(nameOf(grade.level), sayWhy(grade.why, grading, risk.factors ?? {}))}
          {grade.level !== risk.level && (
            <Button size="small" onClick={take}>
              {riskGrading.take}
            </Button>
          )}
        </p>
      )}
      {former.length > 0 && <p className="field-help">{riskGrading.former(stepWords.listed(former))}</p>}
    </>
  )
}
