import { useEffect, useRef, useState } from 'react'
import { ViewportPortal } from '@xyflow/react'
import type { Rect } from '../../layout/arrangement.ts'
import { stepPanel } from '../../text/screen.ts'
import { belongsToInputMethod } from '../typing.ts'

interface RenameFieldProps {
  readonly rect: Rect
  readonly name: string
  /** Undefined where the person gave up. */
  readonly onDone: (name: string | undefined) => void
}

/** A step's name, typed where it stands. Enter is done, Shift+Enter a new line, Esc gives up; an input method's keys are its own. */
export function RenameField({ rect, name, onDone }: RenameFieldProps) {
  const [draft, setDraft] = useState(name)
  const field = useRef<HTMLTextAreaElement>(null)
  const over = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const done = (result: string | undefined) => {
    if (over.current) return
    over.current = true
    onDone(result)
  }
  return (
    <ViewportPortal>
      <textarea
        ref={field}
        className="rename-field nodrag nopan nowheel"
        aria-label={stepPanel.name}
        style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.width, height: rect.height }}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => done(draft)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (belongsToInputMethod(event.nativeEvent)) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            done(draft)
          }
          if (event.key === 'Escape') done(undefined)
        }}
      />
    </ViewportPortal>
  )
}
