import { Fragment, Suspense } from 'react'
import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { lazyPart } from '../base/lazyPart.tsx'
import type { Id, PowerSphere, Risk, RiskCategory, RiskSource } from '../../model/chart.ts'
import { addMeasure, linkMeasure, measuresOf, removeRisk } from '../../model/edits/risks.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { setFields } from '../../model/edits/setFields.ts'
import type { GradingScheme, RiskLevel } from '../../model/grading.ts'
import { sphereOf } from '../../model/grading/sphereOf.ts'
import { riskGrading } from '../../text/screen/riskGrading.ts'
import { riskPanel } from '../../text/screen/screen.ts'
import { powerSphereName, riskCategoryName, riskSourceName } from '../../text/terms.ts'
import { useAppServices, type LocalPerson } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { removeSaying } from '../openChart/commands/removeSaying.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { Choice } from '../base/fields/Choice.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { MeasureFacts } from './MeasureFacts.tsx'
import './RiskCard.css'

const categories = optionsOf<RiskCategory>(riskCategoryName)
const sources = optionsOf<RiskSource>(riskSourceName)
const spheres = optionsOf<PowerSphere>(powerSphereName)

const MeasureOffers = lazyPart(async () => (await import('./RiskOffers.tsx')).MeasureOffers)
/** Lazy: most schemes are graded by hand. */
export const LazyRiskGrading = lazyPart(async () => (await import('../grading/RiskGrading.tsx')).RiskGrading)

type SetRisk = (fields: NewFields<'risks'>) => boolean

interface RiskCardProps {
  readonly risk: Risk
  readonly grading: GradingScheme
}

/** One risk: level, text, category, responsible person and measures. */
export function RiskCard({ risk, grading }: RiskCardProps) {
  const { levels } = grading
  const edit = useEdit()
  const situation = useSituation()
  const { person } = useAppServices()
  const put: SetRisk = (fields) => edit((now) => setFields(now, 'risks', risk.id, fields))
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
          onClick={() => removeSaying(situation(), (now) => removeRisk(now, risk.id))}
        />
      </div>
      {hasRule(grading) && (
        <Suspense>
          <LazyRiskGrading risk={risk} />
        </Suspense>
      )}
      <TextField
        label={riskPanel.text}
        hint={riskPanel.textHint}
        lines={1}
        value={risk.text}
        onCommit={(text) => put({ text, ...signed(risk, person) })}
      />
      <RiskFacts risk={risk} put={put} />
      <Measures risk={risk} />
    </article>
  )
}

interface RiskFactsProps {
  readonly risk: Risk
  readonly put: SetRisk
}

/** Category and responsible person. */
function RiskFacts({ risk, put }: RiskFactsProps) {
  const { sphere: _said, ...unsaid } = risk
  const usual = sphereOf(useChart(), unsaid)
  return (
    <>
      <div className="field-row">
        <Choice
          label={riskPanel.category}
          none={riskPanel.category}
          value={risk.category}
          options={categories}
          onChoose={(category) => put({ category })}
        />
        <Choice
          label={riskGrading.sphere}
          none={usual === undefined ? riskGrading.sphere : powerSphereName[usual]}
          value={risk.sphere}
          options={spheres}
          onChoose={(sphere) => put({ sphere })}
        />
        <Choice
          label={riskPanel.source}
          none={riskPanel.source}
          value={risk.source}
          options={sources}
          onChoose={(source) => put({ source })}
        />
      </div>
      <RiskGrounds risk={risk} put={put} />
      <div className="field-row">
        <TextField
          label={riskPanel.responsible}
          hint={riskPanel.responsible}
          value={risk.responsible ?? ''}
          onCommit={(responsible) => put({ responsible })}
        />
        <TextField
          label={riskPanel.leader}
          hint={riskPanel.leader}
          value={risk.leader ?? ''}
          onCommit={(leader) => put({ leader })}
        />
      </div>
    </>
  )
}

/** Why it can happen, what comes of it, who wrote it. */
function RiskGrounds({ risk, put }: RiskFactsProps) {
  return (
    <div className="field-row">
      {(['cause', 'consequence', 'filledBy'] as const).map((field) => (
        <TextField
          key={field}
          label={riskPanel[field]}
          hint={riskPanel[field]}
          value={risk[field] ?? ''}
          onCommit={(text) => put({ [field]: text })}
        />
      ))}
    </div>
  )
}

/** Whoever writes the text first has filled it in. */
function signed({ filledBy }: Risk, { read }: LocalPerson): NewFields<'risks'> {
  const name = read()?.name.trim()
  return filledBy === undefined && name ? { filledBy: name } : {}
}

function hasRule({ rule, factors }: GradingScheme): boolean {
  return (rule !== undefined && rule.kind !== 'byHand') || (factors?.length ?? 0) > 0
}

interface LevelButtonsProps {
  readonly risk: Risk
  readonly levels: readonly RiskLevel[]
  readonly onChoose: (level: Id | undefined) => void
}

/** The levels as buttons: a click grades, a click on the chosen one clears it. */
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
  const { newId } = useAppServices()
  return (
    <div className="measures">
      <span className="field-label">{riskPanel.measures}</span>
      {measuresOf(chart, risk.id).map((measure) => (
        <Fragment key={measure.id}>
          <div className="measure">
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
          <MeasureFacts measure={measure} />
        </Fragment>
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
