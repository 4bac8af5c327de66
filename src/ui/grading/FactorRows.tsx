import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import type { RiskFactor } from '../../model/grading.ts'
import { withValues } from '../../model/grading/withValues.ts'
import { schemeEditor } from '../../text/screen/grading.ts'
import { useAppServices } from '../base/appServices.ts'
import { splitLines } from '../base/fields/splitLines.ts'
import { TextField } from '../base/fields/TextField.tsx'
import type { SchemeEditorProps } from './schemeEditorProps.ts'
import './FactorRows.css'

/** The factors with their values, lightest first. */
export function FactorRows({ scheme, onChange }: SchemeEditorProps) {
  const { newId } = useAppServices()
  const factors = scheme.factors ?? []
  const put = (next: readonly RiskFactor[]) => {
    onChange({ ...scheme, factors: next })
    return true
  }
  const change = (id: string, fields: Partial<RiskFactor>) =>
    put(factors.map((factor) => (factor.id === id ? { ...factor, ...fields } : factor)))
  return (
    <div className="factor-rows">
      {factors.map((factor) => (
        <div key={factor.id} className="factor-row">
          <TextField
            label={schemeEditor.factor}
            hint={schemeEditor.factor}
            value={factor.name}
            onCommit={(name) => change(factor.id, { name })}
          />
          <TextField
            label={schemeEditor.values}
            hint={schemeEditor.values}
            lines={2}
            value={factor.values.join('\n')}
            onCommit={(text) => {
              onChange(withValues(scheme, factor.id, splitLines(text), newId()))
              return true
            }}
          />
          <Button
            type="text"
            size="small"
            aria-label={schemeEditor.remove}
            icon={<CloseOutlined />}
            onClick={() => put(factors.filter(({ id }) => id !== factor.id))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() =>
          put([...factors, { id: newId(), name: schemeEditor.newFactor, values: schemeEditor.newValues }])
        }
      >
        {schemeEditor.add}
      </Button>
    </div>
  )
}
