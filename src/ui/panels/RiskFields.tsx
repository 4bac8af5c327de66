import { lazy, Suspense } from 'react'
import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import type { Id, Risk, RiskCategory, RiskSource, Step } from '../../model/chart.ts'
import { addMeasure, addRisk, linkMeasure, measuresOf, removeRisk, risksOf } from '../../model/edits/risks.ts'
import { setFields } from '../../model/edits/setFields.ts'
import type { RiskLevel } from '../../model/grading.ts'
import { riskPanel } from '../../text/screen.ts'
import { riskCategoryName, riskSourceName } from '../../text/terms.ts'
import { useHouse } from '../house.ts'
import { useChart, useEdit } from '../room/chartContext.ts'
import { Choice } from './Choice.tsx'
import { optionsOf } from './options.ts'
import { TextField } from './TextField.tsx'

const categories = optionsOf<RiskCategory>(riskCategoryName)
const sources = optionsOf<RiskSource>(riskSourceName)

/** The library behind the offers is large, and not every visit marks risks. */
const RiskOffers = lazy(async () => ({ default: (await import('./RiskOffers.tsx')).RiskOffers }))
const MeasureOffers = lazy(async () => ({ default: (await import('./RiskOffers.tsx')).MeasureOffers }))

/** The risks of a step, each with its level, its category and what is done against it. */
export function RiskFields({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useHouse()
  const risks = risksOf(chart, step.id)
  return (
    <section className="risks" aria-label={riskPanel.heading}>
      <header className="section-head">
        <h3>
          {riskPanel.heading}
          {risks.length > 0 && <span className="count">{risks.length}</span>}
        </h3>
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => edit((now) => addRisk(now, { step: step.id }, {}, newId()))}
        >
          {riskPanel.add}
        </Button>
      </header>
      {risks.map((risk) => (
        <RiskCard key={risk.id} risk={risk} levels={chart.grading.levels} />
      ))}
      <Suspense>
        <RiskOffers step={step} />
      </Suspense>
    </section>
  )
}

function RiskCard({ risk, levels }: { readonly risk: Risk; readonly levels: readonly RiskLevel[] }) {
  const edit = useEdit()
  const put = (fields: Parameters<typeof setFields<'risks'>>[3]) =>
    edit((now) => setFields(now, 'risks', risk.id, fields))
  const level = levels.find((each) => each.id === risk.level)
  return (
    <article className="risk" style={level ? { borderLeftColor: level.colour } : undefined}>
      <div className="risk-head">
        <LevelButtons risk={risk} levels={levels} onChoose={(next) => put({ level: next })} />
        <Button
          type="text"
          size="small"
          aria-label={riskPanel.remove}
          icon={<CloseOutlined />}
          onClick={() => edit((now) => removeRisk(now, risk.id))}
        />
      </div>
      <TextField
        label={riskPanel.text}
        hint={riskPanel.textHint}
        lines={1}
        value={risk.text}
        onCommit={(text) => put({ text })}
      />
      <div className="field-row">
        <Choice
          label={riskPanel.category}
          none={riskPanel.category}
          value={risk.category}
          options={categories}
          onChoose={(category) => put({ category })}
        />
        <TextField
          label={riskPanel.responsible}
          hint={riskPanel.responsible}
          value={risk.responsible ?? ''}
          onCommit={(responsible) => put({ responsible })}
        />
      </div>
      <div className="field-row">
        <TextField
          label={riskPanel.leader}
          hint={riskPanel.leader}
          value={risk.leader ?? ''}
          onCommit={(leader) => put({ leader })}
        />
        <Choice
          label={riskPanel.source}
          none={riskPanel.source}
          value={risk.source}
          options={sources}
          onChoose={(source) => put({ source })}
        />
      </div>
      <Measures risk={risk} />
    </article>
  )
}

interface LevelButtonsProps {
  readonly risk: Risk
  readonly levels: readonly RiskLevel[]
  readonly onChoose: (level: Id | undefined) => void
}

/** The levels side by side: one click grades, and a click on the chosen one takes it back. */
function LevelButtons({ risk, levels, onChoose }: LevelButtonsProps) {
  return (
    <div className="levels" role="radiogroup" aria-label={riskPanel.level}>
      {levels.map((level) => {
        const chosen = level.id === risk.level
        return (
          <button
            key={level.id}
            type="button"
            role="radio"
            aria-checked={chosen}
            title={level.definition}
            className="level"
            style={chosen ? { background: level.colour, borderColor: level.colour } : undefined}
            onClick={() => onChoose(chosen ? undefined : level.id)}
          >
            {level.name}
          </button>
        )
      })}
    </div>
  )
}

function Measures({ risk }: { readonly risk: Risk }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useHouse()
  return (
    <div className="measures">
      <span className="field-label">{riskPanel.measures}</span>
      {measuresOf(chart, risk.id).map((measure) => (
        <div key={measure.id} className="measure">
          <TextField
            label={riskPanel.measures}
            hint={riskPanel.measureHint}
            lines={1}
            value={measure.text}
            onCommit={(text) => edit((now) => setFields(now, 'measures', measure.id, { text }))}
          />
          <Button
            type="text"
            size="small"
            aria-label={riskPanel.removeMeasure}
            icon={<CloseOutlined />}
            onClick={() => edit((now) => linkMeasure(now, measure.id, risk.id, 'meets-not'))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        onClick={() => edit((now) => addMeasure(now, risk.id, '', newId()))}
      >
        {riskPanel.addMeasure}
      </Button>
      {risk.text !== '' && (
        <Suspense>
          <MeasureOffers risk={risk} />
        </Suspense>
      )}
    </div>
  )
}
