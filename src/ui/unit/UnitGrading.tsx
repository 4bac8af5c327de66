import { useState } from 'react'
import { readChartFile } from '../../files/chartFile/readChartFile.ts'
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import type { Id } from '../../model/chart.ts'
import type { GradingScheme } from '../../model/grading.ts'
import { gradingText, schemeEditor } from '../../text/screen/grading.ts'
import { gradingSchemes } from '../../text/schemes/gradingSchemes.ts'
import { unitDialog as text, unitFieldName } from '../../text/screen/unit.ts'
import { sayUnitProblem } from '../../text/messages/unitProblems.ts'
import { Button } from 'antd'
import { SchemeEditor } from '../grading/SchemeEditor.tsx'
import { SchemeView } from '../grading/SchemeView.tsx'
import { useApi, useAppServices } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import type { DraftProblem } from './unitDraft.ts'
import './UnitGrading.css'

interface UnitGradingProps {
  readonly grading: GradingScheme | undefined
  readonly charts: readonly CatalogueChart[]
  readonly problems: readonly DraftProblem[]
  readonly onGrading: (grading: GradingScheme | undefined) => void
}

/** Default 分级办法 of new charts: a built-in one, a chart's, or a custom one. */
export function UnitGrading({ grading, charts, problems, onGrading }: UnitGradingProps) {
  const { newId } = useAppServices()
  const isReady = gradingSchemes.some(({ id }) => id === grading?.id)
  const schemes = grading && !isReady ? [grading, ...gradingSchemes] : gradingSchemes
  const problem = problems.find(([field]) => field === 'grading')?.[1]
  const copy = () =>
    grading && onGrading({ ...grading, id: newId(), name: schemeEditor.copyOf(grading.name) })
  return (
    <div className="unit-grading">
      <h2>{text.grading}</h2>
      <div className="field-row">
        <Field label={unitFieldName.grading}>
          <Choice
            label={unitFieldName.grading}
            value={grading?.id}
            none={text.noGrading}
            options={schemes.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(id) => onGrading(schemes.find((scheme) => scheme.id === id))}
          />
        </Field>
        <ChartScheme charts={charts} onGrading={onGrading} />
      </div>
      {grading && (
        <details key={grading.id}>
          <summary>{isReady ? text.seeGrading : text.editGrading}</summary>
          {isReady ? <SchemeView scheme={grading} /> : <SchemeEditor scheme={grading} onChange={onGrading} />}
          {isReady && <Button onClick={copy}>{gradingText.copy}</Button>}
        </details>
      )}
      <p className={problem ? 'unit-wrong' : ''}>
        <span className="field-help">{problem ? sayUnitProblem(problem) : text.gradingHint}</span>
      </p>
    </div>
  )
}

type ChartSchemeProps = Pick<UnitGradingProps, 'charts' | 'onGrading'>

/** Turns a chart's scheme into the unit's. */
function ChartScheme({ charts, onGrading }: ChartSchemeProps) {
  const { newId } = useAppServices()
  const server = useApi().catalogue
  const { message } = useToasts()
  const [chosen, setChosen] = useState<Id>()
  if (charts.length === 0) return null
  const take = (chart: Id | undefined) => {
    setChosen(chart)
    if (chart === undefined) return
    server.chart(chart).then(
      (file) => onGrading(readChartFile(file, newId).chart.grading),
      (error: unknown) => void message.error({ content: sayServerError(error), duration: 8 }),
    )
  }
  return (
    <Field label={text.fromChart}>
      <Choice
        label={text.fromChart}
        value={chosen}
        none={text.fromChartNone}
        options={charts.map(({ id, title }) => ({ value: id, label: title }))}
        onChoose={take}
      />
    </Field>
  )
}
