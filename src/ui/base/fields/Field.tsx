import type { ReactNode } from 'react'
import './Field.css'

interface FieldProps {
  readonly label: string
  readonly children: ReactNode
  readonly help?: string
}

/** A labelled form field with optional help text. */
export function Field({ label, children, help }: FieldProps) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      {children}
      {help && <span className="field-help">{help}</span>}
    </div>
  )
}
