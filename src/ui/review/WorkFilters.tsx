import { marksText, workText } from '../../text/review.ts'
import { Choice } from '../panels/Choice.tsx'
import { kindOptions, stateOptions } from './MarkFilters.tsx'
import type { ListedReview } from './reviewServer.ts'
import type { WorkFilter } from './workRows.ts'
import { allWork, namesIn, workRows } from './workRows.ts'

interface WorkFiltersProps {
  readonly list: readonly ListedReview[]
  readonly filter: WorkFilter
  readonly onFilter: (filter: WorkFilter) => void
}

export function WorkFilters({ list, filter, onFilter }: WorkFiltersProps) {
  const rungs = workRows(list, allWork, '').map(({ rung }) => rung)
  return (
    <div className="work-filters">
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
        label={workText.unit}
        none={workText.anyUnit}
        value={filter.unit}
        options={namesIn(list.map(({ unit }) => unit))}
        onChoose={(unit) => onFilter({ ...filter, unit })}
      />
      <Choice
        label={workText.rung}
        none={workText.anyRung}
        value={filter.rung}
        options={namesIn(rungs)}
        onChoose={(rung) => onFilter({ ...filter, rung })}
      />
    </div>
  )
}
