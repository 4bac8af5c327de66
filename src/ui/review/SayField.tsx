import { useState } from 'react'
import { Button, Input } from 'antd'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import { useComposition } from '../base/useComposition.ts'
import './SayField.css'
import './reviewActs.css'

interface SayFieldProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSubmit?: () => void
  readonly onCancel?: () => void
  readonly focus?: 'at-once'
}

/** A text field that is not part of the chart. Drops an unfinished composition on blur. */
export function SayField({ label, text, onText, onSubmit, onCancel, focus }: SayFieldProps) {
  const composition = useComposition()
  return (
    <Input.TextArea
      aria-label={label}
      placeholder={label}
      autoFocus={focus === 'at-once'}
      autoSize={{ minRows: 2, maxRows: 8 }}
      maxLength={4000}
      value={text}
      onChange={(event) => onText(event.target.value)}
      {...composition.handlers}
      onBlur={(event) => onText(composition.entered(event.target.value))}
      onKeyDown={(event) => {
        if (belongsToInputMethod(event.nativeEvent)) return
        if (event.key === 'Escape') onCancel?.()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.()
      }}
    />
  )
}

interface SayFormProps {
  readonly label: string
  readonly confirm: string
  readonly cancel: string
  /** Returns whether it succeeded. */
  readonly onSay: (text: string) => Promise<boolean>
  readonly onDone: () => void
}

/** A text field with a button: Ctrl+Enter submits, Esc cancels. */
export function SayForm({ label, confirm, cancel, onSay, onDone }: SayFormProps) {
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const say = async () => {
    if (sending) return
    setSending(true)
    const done = await onSay(text)
    setSending(false)
    if (done) onDone()
  }
  return (
    <div className="say-form">
      <SayField
        label={label}
        text={text}
        onText={setText}
        onSubmit={() => void say()}
        onCancel={onDone}
        focus="at-once"
      />
      <div className="review-acts">
        <Button size="small" type="primary" loading={sending} onClick={() => void say()}>
          {confirm}
        </Button>
        <Button size="small" onClick={onDone}>
          {cancel}
        </Button>
      </div>
    </div>
  )
}
