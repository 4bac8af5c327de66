import { workListText } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { MarkChoices } from './MarkChoices.tsx'
import type { ListedReview } from '../base/api/reviewApi.ts'
import type { WorkFilter } from './workRows.ts'
import { allWork, namesIn, workRows } from './workRows.ts'
import './WorkFilters.css'

interface WorkFiltersProps {
  readonly list: readonly ListedReview[]
  readonly filter: WorkFilter
  readonly onFilter: (filter: WorkFilter) => void
}

export function WorkFilters({ list, filter, onFilter }: WorkFiltersProps) {
  const rungs = workRows(list, allWork, '').map(({ rung }) => rung)
  return (
    <div className="work-filters">
      <MarkChoices shown={filter} onShow={(change) => onFilter({ ...filter, ...change })} />
      <Choice
        label={workListText.unit}
        none={workListText.anyUnit}
        value={filter.unit}
        options={namesIn(list.map(({ unit }) => unit))}
        onChoose={(unit) => onFilter({ ...filter, unit })}
      />
      <Choice
        label={workListText.rung}
        none={workListText.anyRung}
        value={filter.rung}
        options={namesIn(rungs)}
        onChoose={(rung) => onFilter({ ...filter, rung })}
      />
    </div>
  )
}
