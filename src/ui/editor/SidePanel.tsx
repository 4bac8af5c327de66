import { Suspense } from 'react'
import { lazyPart } from '../base/lazyPart.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { useSession } from '../openChart/session.ts'
import { editor } from '../../text/screen/screen.ts'
import { FlowlinePanel } from '../panels/FlowlinePanel.tsx'
import { HeaderPanel } from '../panels/HeaderPanel.tsx'

/** Lazy: the rules are large, and many visits do not open the check panel. */
const CheckPanel = lazyPart(async () => (await import('../check/CheckPanel.tsx')).CheckPanel)

/** Lazy: nothing is selected when a chart opens. */
const StepPanel = lazyPart(async () => (await import('../panels/StepPanel.tsx')).StepPanel)

const SelectionPanel = lazyPart(async () => (await import('../panels/SelectionPanel.tsx')).SelectionPanel)

/** The form of the selection; the form of the chart if nothing is selected. */
export function SidePanel() {
  const chart = useChart()
  const selection = useSession((session) => session.selection)
  const checking = useSession((session) => session.sidePanel === 'checks')
  const steps = chart.steps.filter((step) => selection.steps.includes(step.id))
  const line = chart.flowlines.find((each) => each.id === selection.flowlines[0])
  return (
    <aside className="panel" aria-label={editor.panel}>
      {checking && (
        <Suspense>
          <CheckPanel />
        </Suspense>
      )}
      {steps.length === 1 && (
        <Suspense>
          <StepPanel key={steps[0]!.id} step={steps[0]!} />
        </Suspense>
      )}
      {steps.length > 1 && (
        <Suspense>
          <SelectionPanel key={steps.map((step) => step.id).join(' ')} steps={steps} />
        </Suspense>
      )}
      {steps.length === 0 && line && <FlowlinePanel key={line.id} line={line} />}
      {steps.length === 0 && !line && !checking && <HeaderPanel />}
    </aside>
  )
}
