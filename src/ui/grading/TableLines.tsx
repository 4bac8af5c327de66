import { Button } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import type { GradingRule, GradingScheme, RuleLine } from '../../model/grading.ts'
import { schemeEditor } from '../../text/screen/grading.ts'
import { Choice } from '../base/fields/Choice.tsx'
import './factor.css'
import './RuleFields.css'

interface TableLinesProps {
  readonly scheme: GradingScheme
  readonly rule: Extract<GradingRule, { kind: 'table' }>
  readonly onChange: (rule: GradingRule) => void
}

/** Lines of a decision table. The first match decides; an empty factor matches any value. */
export function TableLines({ scheme, rule, onChange }: TableLinesProps) {
  const levels = scheme.levels.map(({ id, name }) => ({ value: id, label: name }))
  const put = (lines: readonly RuleLine[]) => onChange({ ...rule, lines })
  const change = (at: number, fields: Partial<RuleLine>) =>
    put(rule.lines.map((line, place) => (place === at ? { ...line, ...fields } : line)))
  const require = (at: number, factor: string, value: string | undefined) => {
    const { [factor]: _before, ...others } = rule.lines[at]!.when
    change(at, { when: value === undefined ? others : { ...others, [factor]: [Number(value)] } })
  }
  return (
    <>
      {rule.lines.map((line, at) => (
        <div key={schemeEditor.line(at + 1)} className="rule-row">
          {(scheme.factors ?? []).map(({ id, name, values }) => (
            <label key={id} className="factor">
              <span>{name}</span>
              <Choice
                label={`${schemeEditor.line(at + 1)} ${name}`}
                none={schemeEditor.anyValue}
                value={line.when[id]?.[0] === undefined ? undefined : String(line.when[id][0])}
                options={values.map((value, place) => ({ value: String(place + 1), label: value }))}
                onChoose={(value) => require(at, id, value)}
              />
            </label>
          ))}
          <span>{schemeEditor.isLevel}</span>
          <Choice
            label={`${schemeEditor.line(at + 1)} ${schemeEditor.isLevel}`}
            value={line.level}
            options={levels}
            onChoose={(level) => level && change(at, { level })}
          />
          <Button
            type="text"
            size="small"
            aria-label={schemeEditor.remove}
            icon={<CloseOutlined />}
            onClick={() => put(rule.lines.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => put([...rule.lines, { when: {}, level: levels[0]?.value ?? '' }])}
      >
        {schemeEditor.add}
      </Button>
    </>
  )
}
