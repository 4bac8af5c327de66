import { Checkbox } from 'antd'
import { marksText, reviewText } from '../../text/screen/review.ts'
import { stepPanel, riskPanel } from '../../text/screen/screen.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { MarkChoices } from './MarkChoices.tsx'
import type { MarkFilter, ShownTarget } from './markFilter.ts'
import './MarkFilters.css'

interface MarkFiltersProps {
  readonly filter: MarkFilter
  readonly onFilter: (filter: MarkFilter) => void
}

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
      <MarkChoices shown={filter} onShow={(change) => onFilter({ ...filter, ...change })} />
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
