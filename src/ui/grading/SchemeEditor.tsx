import type { GradingScheme } from '../../model/grading.ts'
import { gradingText, schemeEditor } from '../../text/screen/grading.ts'
import { Field } from '../base/fields/Field.tsx'
import { TextField } from '../base/fields/TextField.tsx'
import { FactorRows } from './FactorRows.tsx'
import { LevelRows } from './LevelRows.tsx'
import { RuleFields } from './RuleFields.tsx'
import type { SchemeEditorProps } from './schemeEditorProps.ts'
import './SchemeView.css'

/** Edits a custom scheme. The chart changes only when it is applied. */
export function SchemeEditor({ scheme, onChange }: SchemeEditorProps) {
  const put = (fields: Partial<GradingScheme>) => {
    onChange({ ...scheme, ...fields })
    return true
  }
  return (
    <section className="scheme" aria-label={scheme.name}>
      <div className="field-row">
        <Field label={schemeEditor.name}>
          <TextField label={schemeEditor.name} value={scheme.name} onCommit={(name) => put({ name })} />
        </Field>
        <Field label={schemeEditor.source}>
          <TextField
            label={schemeEditor.source}
            value={scheme.source ?? ''}
            onCommit={(source) => put({ source })}
          />
        </Field>
      </div>
      <h4>{gradingText.levels}</h4>
      <LevelRows scheme={scheme} onChange={onChange} />
      <h4>{gradingText.factors}</h4>
      <FactorRows scheme={scheme} onChange={onChange} />
      <h4>{gradingText.rule}</h4>
      <RuleFields scheme={scheme} onChange={onChange} />
    </section>
  )
}
