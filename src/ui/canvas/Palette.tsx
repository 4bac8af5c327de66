import { Tooltip } from 'antd'
import type { StepKind } from '../../model/chart.ts'
import { editor } from '../../text/screen.ts'
import { stepKindName } from '../../text/terms.ts'
import { addStepOf } from '../commands/commands.ts'
import { useSituation } from '../room/useSituation.ts'

/** GB/T 1526's symbols, small. */
const outline = {
  process: 'M3 6h22v14H3z',
  decision: 'M14 3 26 13 14 23 2 13z',
  terminator: 'M9 6h10a7 7 0 0 1 0 14H9A7 7 0 0 1 9 6z',
  document: 'M3 5h22v14c-5-4-8 4-14 2-3-1-5-1-8 0z',
  subprocess: 'M3 6h22v14H3zM7 6v14M21 6v14',
} as const satisfies Record<StepKind, string>

const kinds = Object.keys(outline) as StepKind[]

/** One click adds a step of that kind behind the selected one. */
export function Palette() {
  const situation = useSituation()
  return (
    <div className="palette" role="toolbar" aria-label={editor.addStep} aria-orientation="vertical">
      {kinds.map((kind) => (
        <Tooltip key={kind} title={stepKindName[kind]} placement="right">
          <button type="button" aria-label={stepKindName[kind]} onClick={() => addStepOf(kind, situation())}>
            <svg width="28" height="26" viewBox="0 0 28 26" aria-hidden="true">
              <path d={outline[kind]} />
            </svg>
            <span>{stepKindName[kind]}</span>
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
