import type { DrawnReading } from '../../files/drawnChart/drawnReading.ts'
import { sayDrawn } from '../../text/messages/sayDrawn.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import type { Material } from '../base/material/material.ts'
import { DocumentPreview } from './DocumentPreview.tsx'
import { ProblemList } from './ProblemList.tsx'
import type { DocumentChoices } from './useDocumentChoices.ts'
import './reading.css'

interface MaterialPreviewProps {
  readonly material: Material
  /** Set for a document. */
  readonly choices: DocumentChoices | null
}

/** Preview of what was read, and of the faults. */
export function MaterialPreview({ material, choices }: MaterialPreviewProps) {
  const { chart } = choices?.flow.reading ?? material.reading
  return (
    <div className="preview-reading">
      <p className="reading-sum">
        {chart
          ? importDialog.understood(chart.steps.length, chart.flowlines.length, chart.risks.length)
          : importDialog.nothing}
      </p>
      <MaterialDetails material={material} choices={choices} />
    </div>
  )
}

function MaterialDetails({ material, choices }: MaterialPreviewProps) {
  switch (material.kind) {
    case 'table':
      return choices && <DocumentPreview material={material} choices={choices} />
    case 'drawn':
      return <DrawnPreview reading={material.reading} />
    case 'chart':
      return (
        <>
          {material.reading.edition === 'external' && (
            <p className="field-help">{importDialog.externalFile}</p>
          )}
          <ProblemList problems={material.reading.notes.map((note) => sayFault(note))} />
        </>
      )
  }
}

/** What of a drawing is to be checked, and what is not in the chart. */
function DrawnPreview({ reading: { doubts, left } }: { readonly reading: DrawnReading }) {
  return (
    <>
      {doubts.length > 0 && <p className="reading-fault">{importDialog.problems(doubts.length)}</p>}
      <ProblemList problems={doubts.map((problem) => sayDrawn(problem))} />
      {left.length > 0 && <p className="reading-fault">{importDialog.leftOut(left.length)}</p>}
      <ProblemList problems={left.map((problem) => sayDrawn(problem))} />
    </>
  )
}
