import { isOwnColours, ownColours, twoColours } from '../../model/unit/ownColours.ts'
import type { Unit } from '../../model/unit/unit.ts'
import { styleNames } from '../../sheet/styles.ts'
import { sayUnitProblem } from '../../text/messages/unitProblems.ts'
import { ownStyleLabel, styleLabel } from '../../text/screen/poster.ts'
import { unitDialog as text, unitFieldName } from '../../text/screen/unit.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import type { UnitChanges } from '../base/api/unitApi.ts'
import type { DraftProblem } from './unitDraft.ts'

interface StyleFieldsProps {
  readonly unit: Unit
  readonly problems: readonly DraftProblem[]
  readonly onChange: (changes: UnitChanges) => void
}

/** A dark red with a light sand: what a unit begins with. */
const firstColours = { main: '#8b1a1a', second: '#fdf3e1' } as const

const options = [
  ...styleNames.map((value) => ({ value, label: styleLabel[value] })),
  { value: 'own' as const, label: ownStyleLabel },
]

/** 配色 of sheets, or the unit's own two colours, refused with the reason where text could not be read. */
export function StyleFields({ unit, problems, onChange }: StyleFieldsProps) {
  const { style } = unit
  const own = style !== undefined && isOwnColours(style) ? twoColours(style) : undefined
  const problem = problems.find(([field]) => field === 'style')?.[1]
  return (
    <div className={problem ? 'unit-words unit-wrong' : 'unit-words'}>
      <Field label={unitFieldName.style} help={problem ? sayUnitProblem(problem) : text.styleHint}>
        <Choice
          label={unitFieldName.style}
          value={own ? 'own' : (style as (typeof styleNames)[number] | undefined)}
          none={text.noStyle}
          options={options}
          onChoose={(chosen) =>
            onChange({ style: chosen === 'own' ? ownColours(firstColours) : (chosen ?? null) })
          }
        />
      </Field>
      {own &&
        (['main', 'second'] as const).map((which) => (
          <Field key={which} label={text.colours[which]}>
            <input
              type="color"
              aria-label={text.colours[which]}
              value={own[which]}
              onChange={({ target }) => onChange({ style: ownColours({ ...own, [which]: target.value }) })}
            />
          </Field>
        ))}
    </div>
  )
}
