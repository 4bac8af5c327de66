import { Tooltip } from 'antd'
import type { StepKind } from '../../model/chart.ts'
import { editor } from '../../text/screen/screen.ts'
import { stepKindName } from '../../text/terms.ts'
import { addToward } from '../openChart/commands/stepCommands.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { stepKinds, stepOutlines } from './stepOutlines.ts'
import './Palette.css'

/** MIME type of a drag from the palette. */
export const kindMime = 'application/x-qingquan-kind'

/**
 * The palette of step kinds: a click adds a step after the selected one, a drag adds it where it
 * is dropped.
 */
export function Palette() {
  const situation = useSituation()
  return (
    <div className="palette" role="toolbar" aria-label={editor.addStep} aria-orientation="vertical">
      {stepKinds.map((kind) => (
        <Tooltip key={kind} title={`${editor.addStep}：${stepKindName[kind]}`} placement="right">
          <PaletteButton kind={kind} onAdd={() => addToward('down', situation(), kind)} />
        </Tooltip>
      ))}
    </div>
  )
}

function PaletteButton({ kind, onAdd, ...hover }: { readonly kind: StepKind; readonly onAdd: () => void }) {
  return (
    <button
      {...hover}
      type="button"
      draggable
      aria-label={stepKindName[kind]}
      onClick={onAdd}
      onDragStart={(event) => event.dataTransfer.setData(kindMime, kind)}
    >
      <svg width="28" height="26" viewBox="0 0 28 26" aria-hidden="true">
        <path d={stepOutlines[kind]} />
      </svg>
      <span>{stepKindName[kind]}</span>
    </button>
  )
}
