import { Button } from 'antd'
import { Panel, ViewportPortal } from '@xyflow/react'
import type { CaseUse, FlowlineUse, StepUse } from '../../replay/caseUse.ts'
import type { Rect, Route } from '../../layout/arrangement.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { setSession, useSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import './CanvasCaseUse.css'

/** How cases went through the chart, over the canvas: share and median at each step, share on each flowline. */
export function CanvasCaseUse({ drawing: { arrangement } }: { readonly drawing: Drawing }) {
  const shown = useSession(({ caseUse }) => caseUse)
  if (shown === null) return null
  return (
    <>
      <Panel position="top-center">
        <div className="case-use-legend" role="status">
          <span>{words.legendOfUse(shown.cases, shown.month)}</span>
          <Button size="small" onClick={() => setSession({ caseUse: null })}>
            {words.hideUse}
          </Button>
        </div>
      </Panel>
      <ViewportPortal>
        <svg className="case-use">
          {shown.flowlines.map((line) => {
            const route = arrangement.flowlines[line.flowline]
            return route && <FlowlineShare key={line.flowline} line={line} route={route} of={shown} />
          })}
          {shown.steps.map((step) => {
            const rect = arrangement.steps[step.step]
            return rect && <StepShare key={step.step} step={step} rect={rect} of={shown} />
          })}
        </svg>
      </ViewportPortal>
    </>
  )
}

const percent = (count: number, { cases }: CaseUse) =>
  cases === 0 ? '0%' : `${Math.round((count / cases) * 100)}%`

/** As wide as its share, at most this many units. */
const widest = 10

function FlowlineShare({
  line,
  route,
  of,
}: {
  readonly line: FlowlineUse
  readonly route: Route
  readonly of: CaseUse
}) {
  if (line.cases === 0) return null
  return (
    <polyline
      className="case-use-line"
      points={route.points.map(([x, y]) => `${x},${y}`).join(' ')}
      strokeWidth={2 + (widest - 2) * (line.cases / of.cases)}
    >
      <title>{words.lineUse(line.cases, percent(line.cases, of))}</title>
    </polyline>
  )
}

/** Marks of a deviation: each has its own shape, so that it can be told apart without colour. */
const shapes = {
  procedure: 'M9 1l8 8-8 8-8-8z',
  authority: 'M1 1h16v16H1z',
  time: 'M9 1a8 8 0 1 0 .01 0z',
} as const

function StepShare({
  step,
  rect,
  of,
}: {
  readonly step: StepUse
  readonly rect: Rect
  readonly of: CaseUse
}) {
  const marks = [
    { side: 'procedure', count: step.skipped + step.moved },
    { side: 'authority', count: step.authority },
    { side: 'time', count: step.late },
  ] as const
  const seen = marks.filter(({ count }) => count > 0)
  return (
    <g transform={`translate(${rect.x} ${rect.y})`}>
      <text className="case-use-share" x={2} y={rect.height + 12}>
        {step.isSilent && step.cases === 0
          ? words.noTrace
          : words.stepUse(percent(step.cases, of), step.medianMinutes)}
      </text>
      {seen.map(({ side, count }, at) => (
        <g
          key={side}
          className={`case-use-mark case-use-${side}`}
          transform={`translate(${rect.width - 9 - at * 22} ${rect.height - 9})`}
        >
          <title>{words.deviations[side](count)}</title>
          <path d={shapes[side]} />
          <text x="9" y="13">
            {count}
          </text>
        </g>
      ))}
    </g>
  )
}
