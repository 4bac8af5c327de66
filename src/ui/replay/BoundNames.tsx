import { Checkbox } from 'antd'
import type { Id } from '../../model/chart.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { useChart } from '../openChart/chartContext.ts'
import type { ReplayCall, ReplayResult } from './replay.worker.ts'

interface BoundNamesProps {
  readonly result: ReplayResult
  readonly asked: Pick<ReplayCall, 'choices' | 'untraced'>
  readonly onChange: (change: Partial<Pick<ReplayCall, 'choices' | 'untraced'>>) => void
}

/** Which step a recorded name stands for, and which steps no system records; a choice judges anew. */
export function BoundNames({ result, asked, onChange }: BoundNamesProps) {
  const { steps } = useChart()
  const nameOf = (id: Id | undefined) => steps.find((step) => step.id === id)?.name ?? ''
  const choose = (recorded: string, step: string) =>
    onChange({ choices: new Map([...asked.choices, [recorded, step]]) })
  const toggle = (id: Id, isUntraced: boolean) =>
    onChange({
      untraced: new Set(
        isUntraced ? [...asked.untraced, id] : [...asked.untraced].filter((each) => each !== id),
      ),
    })
  return (
    <>
      <table className="replay-table">
        <thead>
          <tr>
            <th scope="col">{words.recorded}</th>
            <th scope="col">{words.onChart}</th>
          </tr>
        </thead>
        <tbody>
          {result.bound.map(({ name, steps: [first], by }) => (
            <tr key={name} className={by === 'alike' || by === 'none' ? 'replay-doubtful' : undefined}>
              <td>{name}</td>
              <td>
                <select
                  aria-label={`${words.onChart}：${name}`}
                  value={nameOf(first)}
                  onChange={({ target }) => choose(name, target.value)}
                >
                  {first === undefined && <option value="">{words.notOnChart}</option>}
                  {[...new Set(steps.map((step) => step.name))].map((step) => (
                    <option key={step}>{step}</option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {[...new Set([...result.neverSeen, ...asked.untraced])].map((id) => (
        <p key={id}>
          {words.neverSeen(nameOf(id))}{' '}
          <Checkbox checked={asked.untraced.has(id)} onChange={({ target }) => toggle(id, target.checked)}>
            {words.untraced}
          </Checkbox>
        </p>
      ))}
    </>
  )
}
