import { useMemo, useState, type ReactNode } from 'react'
import { Button } from 'antd'
import {
  findingStates,
  judgementKey,
  lastJudgements,
  type FindingJudgement,
  type FindingState,
  type NewJudgement,
} from '../../model/cases/findingState.ts'
import type { Id } from '../../model/chart.ts'
import { findingStateName } from '../../text/terms.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import type { FindingSide } from '../../replay/replayReport.ts'
import { FindingStateField } from './FindingStateField.tsx'
import type { FoundInCase } from './replay.worker.ts'

/** More are read in the workbook. */
const most = 500

interface FoundListProps {
  readonly found: readonly FoundInCase[]
  /** What was said of the findings; undefined while the cases are not kept. */
  readonly judgements: readonly FindingJudgement[] | undefined
  readonly onJudge: ((said: NewJudgement) => void) | undefined
  readonly onWarn: (one: FoundInCase) => void
  readonly onStep: (step: Id) => void
}

interface Filter {
  readonly side: FindingSide | ''
  readonly month: string
  readonly state: FindingState | ''
}

/** What was found, case by case; a finding leads to its step, and people say what it is. */
export function FoundList({ found, judgements, onJudge, onWarn, onStep }: FoundListProps) {
  const [filter, setFilter] = useState<Filter>({ side: '', month: '', state: '' })
  const said = useMemo(() => lastJudgements(judgements ?? []), [judgements])
  if (found.length === 0) return <p>{words.none}</p>
  const stateOf = (one: FoundInCase) => said.get(judgementKey(one))?.state ?? 'open'
  const passing = found.filter((one) => passes(one, filter, stateOf(one)))
  const shown = passing.slice(0, most)
  return (
    <>
      <Filters
        months={[...new Set(found.map(({ month }) => month))].sort()}
        hasStates={judgements !== undefined}
        filter={filter}
        count={passing.length}
        onChange={setFilter}
      />
      <table className="replay-table">
        <thead>
          <tr>
            <th scope="col">{words.case}</th>
            <th scope="col">{words.finding}</th>
            {judgements && <th scope="col">{words.state}</th>}
            <th aria-label={words.showStep} />
          </tr>
        </thead>
        <tbody>
          {shown.map((one, at) => (
            <FoundRow
              key={judgementKey(one)}
              one={one}
              isFirst={shown[at - 1]?.case !== one.case}
              state={
                judgements && (
                  <FindingStateField
                    said={said.get(judgementKey(one))}
                    of={one}
                    onJudge={onJudge}
                    onWarn={() => onWarn(one)}
                  />
                )
              }
              onStep={onStep}
            />
          ))}
        </tbody>
        {passing.length > most && (
          <tfoot>
            <tr>
              <td colSpan={4}>{words.more(passing.length - most)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </>
  )
}

function passes(one: FoundInCase, { side, month, state }: Filter, is: FindingState): boolean {
  return (
    (side === '' || one.side === side) &&
    (month === '' || one.month === month) &&
    (state === '' || is === state)
  )
}

interface FoundRowProps {
  readonly one: FoundInCase
  /** The number of a case stands before its first finding. */
  readonly isFirst: boolean
  readonly state: ReactNode
  readonly onStep: (step: Id) => void
}

function FoundRow({ one, isFirst, state, onStep }: FoundRowProps) {
  const { step } = one
  return (
    <tr>
      <td>{isFirst ? one.case : ''}</td>
      <td>{one.text}</td>
      {state && <td>{state}</td>}
      <td>
        {step !== undefined && (
          <Button type="link" size="small" onClick={() => onStep(step)}>
            {words.showStep}
          </Button>
        )}
      </td>
    </tr>
  )
}

interface FiltersProps {
  readonly months: readonly string[]
  readonly hasStates: boolean
  readonly filter: Filter
  readonly count: number
  readonly onChange: (filter: Filter) => void
}

const sides: readonly FindingSide[] = ['procedure', 'authority', 'time']

function Filters({ months, hasStates, filter, count, onChange }: FiltersProps) {
  return (
    <div className="replay-bar">
      <select
        aria-label={words.side}
        value={filter.side}
        onChange={({ target }) => onChange({ ...filter, side: target.value as Filter['side'] })}
      >
        <option value="">{words.allSides}</option>
        {sides.map((side) => (
          <option key={side} value={side}>
            {words.sides[side]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.month}
        value={filter.month}
        onChange={({ target }) => onChange({ ...filter, month: target.value })}
      >
        <option value="">{words.anyMonth}</option>
        {months.map((month) => (
          <option key={month}>{month}</option>
        ))}
      </select>
      {hasStates && (
        <select
          aria-label={words.state}
          value={filter.state}
          onChange={({ target }) => onChange({ ...filter, state: target.value as Filter['state'] })}
        >
          <option value="">{words.anyState}</option>
          {findingStates.map((state) => (
            <option key={state} value={state}>
              {findingStateName[state]}
            </option>
          ))}
        </select>
      )}
      <span>{words.shown(count)}</span>
    </div>
  )
}
