import { useMemo, useState } from 'react'
import { Modal, Segmented } from 'antd'
import type { Id } from '../../model/chart.ts'
import { formWords } from '../../text/paper/forms.ts'
import { glanceText } from '../../text/screen/review.ts'
import { riskCategoryName } from '../../text/terms.ts'
import { useChart } from '../openChart/chartContext.ts'
import { select, useSession } from '../openChart/session.ts'
import { useEscape } from '../base/useEscape.ts'
import type { Cell, Matrix } from './matrix.ts'
import { postByLevel, stepByCategory } from './matrix.ts'
import './glance.css'

type Shown = 'posts' | 'steps'

/** 风险一览: where the risks gather; a number leads to its steps. */
export function GlanceDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const chart = useChart()
  const [shown, setShown] = useState<Shown>('posts')
  const posts = useMemo(() => postByLevel(chart), [chart])
  const steps = useMemo(() => stepByCategory(chart), [chart])
  const onSteps = (ids: readonly Id[]) => {
    select({ steps: ids })
    useSession.getState().stage?.show(ids[0]!)
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={860}
      title={glanceText.heading}
      footer={null}
      onCancel={onClose}
    >
      <Segmented<Shown>
        aria-label={glanceText.heading}
        value={shown}
        options={[
          { value: 'posts', label: glanceText.posts },
          { value: 'steps', label: glanceText.steps },
        ]}
        onChange={setShown}
      />
      <p className="field-help">{glanceText.total(posts.total.count)}</p>
      {shown === 'posts' ? (
        <HeatMap
          matrix={posts}
          corner={glanceText.post}
          nameOf={(post) => post ?? formWords.noPost}
          headOf={(level) => level?.name ?? formWords.ungraded}
          colourOf={(level) => chart.grading.levels.find(({ name }) => name === level?.name)?.colour}
          onSteps={onSteps}
        />
      ) : (
        <HeatMap
          matrix={steps}
          corner={glanceText.step}
          nameOf={(step) => step ?? formWords.noStep}
          headOf={(category) => (category ? riskCategoryName[category] : glanceText.noCategory)}
          colourOf={() => undefined}
          onSteps={onSteps}
        />
      )}
    </Modal>
  )
}

interface HeatMapProps<R, C> {
  readonly matrix: Matrix<R, C>
  readonly corner: string
  readonly nameOf: (line: R) => string
  readonly headOf: (column: C) => string
  /** Undefined: the one colour of a column that has none of its own. */
  readonly colourOf: (column: C) => string | undefined
  readonly onSteps: (steps: readonly Id[]) => void
}

function HeatMap<R, C>({ matrix, corner, nameOf, headOf, colourOf, onSteps }: HeatMapProps<R, C>) {
  const { columns, lines, totals, total } = matrix
  const most = Math.max(1, ...lines.flatMap(({ cells }) => cells.map(({ count }) => count)))
  if (lines.length === 0) return <p>{glanceText.none}</p>
  const heads = columns.map(headOf)
  return (
    <div className="glance">
      <table>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">{glanceText.sum}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, cells, total: sum }) => (
            <tr key={`${nameOf(key)} ${sum.steps.join()}`}>
              <th scope="row">{nameOf(key)}</th>
              {cells.map((cell, at) => (
                <Heat
                  key={heads[at]}
                  cell={cell}
                  label={glanceText.cell(nameOf(key), heads[at]!, cell.count)}
                  heat={cell.count / most}
                  colour={colourOf(columns[at]!)}
                  onSteps={onSteps}
                />
              ))}
              <Heat
                cell={sum}
                label={glanceText.cell(nameOf(key), glanceText.sum, sum.count)}
                onSteps={onSteps}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{glanceText.sum}</th>
            {totals.map((cell, at) => (
              <Heat
                key={heads[at]}
                cell={cell}
                label={glanceText.cell(glanceText.sum, heads[at]!, cell.count)}
                onSteps={onSteps}
              />
            ))}
            <Heat cell={total} label={glanceText.total(total.count)} onSteps={onSteps} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface HeatProps {
  readonly cell: Cell
  readonly label: string
  /** From 0 to 1; left out, a total. */
  readonly heat?: number
  readonly colour?: string | undefined
  readonly onSteps: (steps: readonly Id[]) => void
}

function Heat({ cell: { count, steps }, label, heat = 0, colour = 'var(--accent)', onSteps }: HeatProps) {
  const share = heat === 0 ? 0 : 18 + Math.round(heat * 52)
  return (
    <td>
      <span className="heat" style={{ background: colour, opacity: share / 100 }} />
      <button
        type="button"
        className={count === 0 ? 'heat-none' : ''}
        disabled={steps.length === 0}
        aria-label={label}
        title={label}
        onClick={() => onSteps(steps)}
      >
        {count}
      </button>
    </td>
  )
}
