import { Button, Checkbox } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import type { GradingRule, GradingScheme } from '../../model/grading.ts'
import { schemeEditor } from '../../text/screen/grading.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { freshRule, ruleKindOf, type RuleKind } from './freshRule.ts'
import type { SchemeEditorProps } from './schemeEditorProps.ts'
import { TableLines } from './TableLines.tsx'
import './RuleFields.css'
import './factor.css'

const kinds = optionsOf<RuleKind>(schemeEditor.kinds)

/** The rule that derives a level from the factors. */
export function RuleFields({ scheme, onChange }: SchemeEditorProps) {
  const { rule } = scheme
  const put = (next: GradingRule) => onChange({ ...scheme, rule: next })
  return (
    <div className="rule-fields">
      <Choice
        label={schemeEditor.kinds[ruleKindOf(rule)]}
        value={ruleKindOf(rule)}
        options={kinds}
        onChoose={(kind) => kind && put(freshRule(scheme, kind))}
      />
      {rule?.kind === 'table' && <TableLines scheme={scheme} rule={rule} onChange={put} />}
      {rule?.kind === 'score' && <Points scheme={scheme} rule={rule} onChange={put} />}
      {rule?.kind === 'count' && <Circumstances scheme={scheme} rule={rule} onChange={put} />}
      {(rule?.kind === 'score' || rule?.kind === 'count') && (
        <Thresholds scheme={scheme} rule={rule} onChange={put} />
      )}
    </div>
  )
}

interface RuleProps<R extends GradingRule> {
  readonly scheme: GradingScheme
  readonly rule: R
  readonly onChange: (rule: GradingRule) => void
}

type Score = Extract<GradingRule, { kind: 'score' }>
type Count = Extract<GradingRule, { kind: 'count' }>

function Points({ scheme, rule, onChange }: RuleProps<Score>) {
  return (
    <div className="rule-row">
      <NumberField
        label={schemeEditor.first}
        value={rule.first}
        onCommit={(first) => onChange({ ...rule, first })}
      />
      {rule.combine === 'weighted' &&
        (scheme.factors ?? []).map(({ id, name }) => (
          <NumberField
            key={id}
            label={`${name} ${schemeEditor.weight}`}
            value={rule.weights?.[id] ?? 1}
            onCommit={(weight) => onChange({ ...rule, weights: { ...rule.weights, [id]: weight } })}
          />
        ))}
    </div>
  )
}

function Circumstances({ scheme, rule, onChange }: RuleProps<Count>) {
  const forcing = rule.circumstances ?? []
  return (
    <fieldset className="rule-row">
      <legend className="field-help">{schemeEditor.circumstances}</legend>
      {(scheme.factors ?? []).map(({ id, name }) => (
        <Checkbox
          key={id}
          checked={forcing.includes(id)}
          onChange={(event) =>
            onChange({
              ...rule,
              circumstances: event.target.checked
                ? [...forcing, id]
                : forcing.filter((other) => other !== id),
            })
          }
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Thresholds({ scheme, rule, onChange }: RuleProps<Score | Count>) {
  const levels = scheme.levels.map(({ id, name }) => ({ value: id, label: name }))
  const put = (thresholds: Score['thresholds']) => onChange({ ...rule, thresholds })
  const change = (at: number, fields: Partial<Score['thresholds'][number]>) =>
    put(rule.thresholds.map((each, place) => (place === at ? { ...each, ...fields } : each)))
  return (
    <>
      {rule.thresholds.map(({ atLeast, level }, at) => (
        // Thresholds have no ids; two with equal number and level are identical.
        <div key={`${level} ${atLeast}`} className="rule-row">
          <NumberField
            label={schemeEditor.atLeast}
            value={atLeast}
            onCommit={(amount) => change(at, { atLeast: amount })}
          />
          <span>{schemeEditor.isLevel}</span>
          <Choice
            label={schemeEditor.isLevel}
            value={level}
            options={levels}
            onChoose={(id) => id && change(at, { level: id })}
          />
          <Button
            type="text"
            size="small"
            aria-label={schemeEditor.remove}
            icon={<CloseOutlined />}
            onClick={() => put(rule.thresholds.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => put([...rule.thresholds, { atLeast: 0, level: levels[0]?.value ?? '' }])}
      >
        {schemeEditor.add}
      </Button>
    </>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onCommit: (value: number) => void
}

/** Ignores text that is not a number. */
function NumberField({ label, value, onCommit }: NumberFieldProps) {
  return (
    <label className="factor">
      <span>{label}</span>
      <TextField
        label={label}
        value={String(value)}
        onCommit={(text) => {
          const read = Number(text.normalize('NFKC'))
          const isNumber = text.trim() !== '' && Number.isFinite(read)
          if (isNumber) onCommit(read)
          return isNumber
        }}
      />
    </label>
  )
}
