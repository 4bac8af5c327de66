import { Input } from 'antd'
import { importDialog } from '../../text/screen/importDialog.ts'
import { Field } from '../base/fields/Field.tsx'
import './NameFields.css'

export interface ChartNames {
  readonly title: string
  readonly unit: string
}

interface NameFieldsProps {
  readonly names: ChartNames
  readonly onNames: (names: ChartNames) => void
}

export function NameFields({ names, onNames }: NameFieldsProps) {
  return (
    <div className="import-names">
      <Field label={importDialog.title}>
        <Input
          aria-label={importDialog.title}
          value={names.title}
          onChange={(event) => onNames({ ...names, title: event.target.value })}
        />
      </Field>
      <Field label={importDialog.unit}>
        <Input
          aria-label={importDialog.unit}
          value={names.unit}
          onChange={(event) => onNames({ ...names, unit: event.target.value })}
        />
      </Field>
    </div>
  )
}
