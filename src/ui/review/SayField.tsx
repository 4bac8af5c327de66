import { useState } from 'react'
import { Button, Mentions } from 'antd'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import { useComposition } from '../base/useComposition.ts'
import './SayField.css'
import './reviewActs.css'

const nobody: readonly string[] = []

interface SayFieldProps {
  readonly label: string
  readonly text: string
  /** Offered after an @. */
  readonly names?: readonly string[]
  readonly onText: (text: string) => void
  readonly onSubmit?: () => void
  readonly onCancel?: () => void
  readonly focus?: 'at-once'
}

/** A text field that is not part of the chart. Drops an unfinished composition on blur. */
export function SayField({ label, text, names = nobody, onText, onSubmit, onCancel, focus }: SayFieldProps) {
  const composition = useComposition()
  return (
    <Mentions
      options={names.map((name) => ({ value: name, label: name }))}
      notFoundContent={null}
      prefix={['@', '＠']}
      aria-label={label}
      placeholder={label}
      autoFocus={focus === 'at-once'}
      autoSize={{ minRows: 2, maxRows: 8 }}
      maxLength={4000}
      value={text}
      onChange={onText}
      {...composition.handlers}
      onBlur={(event) => onText(composition.entered(event.target.value))}
      onKeyDown={(event) => {
        if (belongsToInputMethod(event.nativeEvent)) return
        if (event.key === 'Escape' && !isChoosingName(event.currentTarget, names)) onCancel?.()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.()
      }}
    />
  )
}

/** Esc closes the list of names first. */
function isChoosingName(field: HTMLTextAreaElement, names: readonly string[]): boolean {
  const begun = /[@＠]([^\s@＠]*)$/.exec(field.value.slice(0, field.selectionStart))?.[1]
  return begun !== undefined && names.some((name) => name.includes(begun))
}

interface SayFormProps {
  readonly label: string
  readonly confirm: string
  readonly cancel: string
  readonly names?: readonly string[]
  /** Returns whether it succeeded. */
  readonly onSay: (text: string) => Promise<boolean>
  readonly onDone: () => void
}

/** A text field with a button: Ctrl+Enter submits, Esc cancels. */
export function SayForm({ label, confirm, cancel, names = nobody, onSay, onDone }: SayFormProps) {
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
        names={names}
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
