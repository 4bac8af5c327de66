import { useMemo, useState } from 'react'
import { Button, Modal } from 'antd'
import type { Chart } from '../../model/chart.ts'
import { changeGrading } from '../../model/edits/changeGrading.ts'
import type { GradingScheme } from '../../model/grading.ts'
import { schemeProblems } from '../../model/grading/schemeProblems.ts'
import { schemeProblemText } from '../../text/messages/schemeProblemText.ts'
import { gradingText, schemeEditor } from '../../text/screen/grading.ts'
import { gradingSchemes } from '../../text/schemes/gradingSchemes.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { useEscape } from '../base/useEscape.ts'
import { RegradePreview } from './RegradePreview.tsx'
import { SchemeEditor } from './SchemeEditor.tsx'
import { SchemeView } from './SchemeView.tsx'
import './GradingDialog.css'

/** Chooses the chart's grading scheme: shows each with its source, and previews the regrading of risks. */
export function GradingDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const chart = useChart()
  const { newId } = useAppServices()
  const [chosen, setChosen] = useState(chart.grading)
  const isOwn = !gradingSchemes.some(({ id }) => id === chosen.id)
  const copy = () => setChosen({ ...chosen, id: newId(), name: schemeEditor.copyOf(chosen.name) })
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={920}
      title={gradingText.heading}
      footer={null}
      onCancel={onClose}
    >
      <div className="grading">
        <SchemeList chart={chart} chosen={chosen} onChoose={setChosen} />
        <div className="grading-chosen">
          {isOwn ? <SchemeEditor scheme={chosen} onChange={setChosen} /> : <SchemeView scheme={chosen} />}
          {!isOwn && <Button onClick={copy}>{gradingText.copy}</Button>}
          <RegradePreview scheme={chosen} />
          <Adopt scheme={chosen} onDone={onClose} />
        </div>
      </div>
    </Modal>
  )
}

interface SchemeListProps {
  readonly chart: Chart
  readonly chosen: GradingScheme
  readonly onChoose: (scheme: GradingScheme) => void
}

/** The built-in schemes, preceded by the chart's own if it has one. */
function SchemeList({ chart, chosen, onChoose }: SchemeListProps) {
  const isReady = gradingSchemes.some(({ id }) => id === chart.grading.id)
  const schemes = isReady ? gradingSchemes : [chart.grading, ...gradingSchemes]
  const listed = schemes.some(({ id }) => id === chosen.id) ? schemes : [chosen, ...schemes]
  return (
    <div className="grading-list" role="radiogroup" aria-label={gradingText.schemes}>
      {listed.map((scheme) => (
        <button
          key={scheme.id}
          type="button"
          role="radio"
          aria-checked={scheme.id === chosen.id}
          onClick={() => onChoose(scheme)}
        >
          {scheme.name}
          {scheme.id === chart.grading.id && <small>{gradingText.mine}</small>}
        </button>
      ))}
    </div>
  )
}

function Adopt({ scheme, onDone }: { readonly scheme: GradingScheme; readonly onDone: () => void }) {
  const chart = useChart()
  const edit = useEdit()
  const problems = useMemo(() => schemeProblems(scheme), [scheme])
  const isInUse = JSON.stringify(scheme) === JSON.stringify(chart.grading)
  return (
    <footer className="grading-adopt">
      {problems.length > 0 ? (
        <ul role="alert">
          {problems.map((problem) => (
            <li key={problem}>{schemeProblemText[problem]}</li>
          ))}
        </ul>
      ) : (
        <p className="field-help">{gradingText.keeps}</p>
      )}
      <Button
        type="primary"
        disabled={problems.length > 0 || isInUse}
        onClick={() => {
          if (edit((now) => changeGrading(now, scheme))) onDone()
        }}
      >
        {isInUse ? gradingText.inUse : gradingText.adopt}
      </Button>
    </footer>
  )
}
