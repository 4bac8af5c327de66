import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { riskGrading } from '../../text/screen/riskGrading.ts'
import { useChart } from '../openChart/chartContext.ts'
import { Field } from '../base/fields/Field.tsx'

const GradingDialog = lazyPart(async () => (await import('../grading/GradingDialog.tsx')).GradingDialog)

/** Shows the chart's grading scheme and opens the dialog to choose another. */
export function GradingField() {
  const { grading } = useChart()
  const [open, setOpen] = useState(false)
  return (
    <Field label={riskGrading.scheme}>
      <div className="field-row">
        <span>{grading.name}</span>
        <Button size="small" onClick={() => setOpen(true)}>
          {riskGrading.change}
        </Button>
      </div>
      {open && (
        <Suspense>
          <GradingDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Field>
  )
}
