import { useState } from 'react'
import { Button, Input } from 'antd'
import { evidenceTypes } from '../../model/control/controlEvent.ts'
import { measureDialog as words } from '../../text/screen/controlText.ts'
import { Field } from '../base/fields/Field.tsx'
import type { ControlDesk } from './useControlDesk.ts'

interface EvidenceFormProps {
  readonly check: string
  readonly desk: ControlDesk
  readonly onDone: () => void
}

/** 交证据: a file, or what it says. */
export function EvidenceForm({ check, desk, onDone }: EvidenceFormProps) {
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [on, setOn] = useState('')
  const [sending, setSending] = useState(false)
  const save = async () => {
    setSending(true)
    const given = { kind: 'evidence', check, name: file?.name ?? name, text, ...(on ? { on } : {}) } as const
    const isTaken = await desk.give(given, file ? await base64Of(file) : undefined)
    setSending(false)
    if (isTaken) onDone()
  }
  return (
    <section className="control-form" aria-label={words.handIn}>
      <Field label={words.chooseFile} help={words.fileHint}>
        <input
          type="file"
          aria-label={words.chooseFile}
          accept={evidenceTypes.map((type) => `.${type}`).join(',')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Field>
      {!file && (
        <div className="field-row">
          <Field label={words.evidenceName}>
            <Input
              aria-label={words.evidenceName}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label={words.evidenceText}>
            <Input
              aria-label={words.evidenceText}
              placeholder={words.orText}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        </div>
      )}
      <Field label={words.evidenceOn}>
        <Input
          type="date"
          aria-label={words.evidenceOn}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </Field>
      <Button loading={sending} disabled={!file && name.trim() === ''} onClick={() => void save()}>
        {words.handIn}
      </Button>
    </section>
  )
}

/** A megabyte at a time: the whole at once is more arguments than a call takes. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let letters = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(letters)
}
