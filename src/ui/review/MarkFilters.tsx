import { Checkbox } from 'antd'
import { markKindName, marksText, markStateName, reviewText } from '../../text/review.ts'
import { stepPanel, riskPanel } from '../../text/screen.ts'
import { Choice } from '../panels/Choice.tsx'
import { optionsOf } from '../panels/options.ts'
import type { MarkFilter, ShownState, ShownTarget } from './markFilter.ts'

interface MarkFiltersProps {
  readonly filter: MarkFilter
  readonly onFilter: (filter: MarkFilter) => void
}

export const stateOptions: readonly { readonly value: ShownState; readonly label: string }[] = [
  { value: 'unsettled', label: marksText.unsettled },
  ...optionsOf(markStateName),
]
export const kindOptions = optionsOf(markKindName)
const targetOptions = optionsOf<ShownTarget>({
  here: marksText.here,
  step: stepPanel.heading,
  risk: riskPanel.heading,
  measure: riskPanel.measures,
  post: stepPanel.posts,
  chart: reviewText.wholeChart,
  gone: marksText.gone,
})

export function MarkFilters({ filter, onFilter }: MarkFiltersProps) {
  return (
    <div className="mark-filters">
      <Choice
        label={marksText.filterState}
        none={marksText.anyState}
        value={filter.state}
        options={stateOptions}
        onChoose={(state) => onFilter({ ...filter, state })}
      />
      <Choice
        label={marksText.filterKind}
        none={marksText.anyKind}
        value={filter.kind}
        options={kindOptions}
        onChoose={(kind) => onFilter({ ...filter, kind })}
      />
      <Choice
        label={marksText.filterOn}
        none={marksText.anyTarget}
        value={filter.on}
        options={targetOptions}
        onChoose={(on) => onFilter({ ...filter, on })}
      />
      <Checkbox
        checked={filter.mine}
        onChange={(event) => onFilter({ ...filter, mine: event.target.checked })}
      >
        {marksText.mine}
      </Checkbox>
    </div>
  )
}
