import { useMemo, useState } from 'react'
import { Modal, Segmented } from 'antd'
import type { Id } from '../../model/chart.ts'
import { formWords } from '../../text/paper/forms.ts'
import { riskOverviewText } from '../../text/screen/review.ts'
import { riskCategoryName } from '../../text/terms.ts'
import { useChart } from '../openChart/chartContext.ts'
import { select, useSession } from '../openChart/session.ts'
import { useEscape } from '../base/useEscape.ts'
import type { MatrixCell, Matrix } from './matrix.ts'
import { postByLevel, stepByCategory } from './matrix.ts'
import './RiskOverviewDialog.css'

type Shown = 'posts' | 'steps'

/** 风险一览: risks by post, step, level and category; a number shows its steps. */
export function RiskOverviewDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const chart = useChart()
  const [shown, setShown] = useState<Shown>('posts')
  const posts = useMemo(() => postByLevel(chart), [chart])
  const steps = useMemo(() => stepByCategory(chart), [chart])
  const onSteps = (ids: readonly Id[]) => {
    select({ steps: ids })
    useSession.getState().canvasApi?.show(ids[0]!)
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={860}
      title={riskOverviewText.heading}
      footer={null}
      onCancel={onClose}
    >
      <Segmented<Shown>
        aria-label={riskOverviewText.heading}
        value={shown}
        options={[
          { value: 'posts', label: riskOverviewText.posts },
          { value: 'steps', label: riskOverviewText.steps },
        ]}
        onChange={setShown}
      />
      <p className="field-help">{riskOverviewText.total(posts.total.count)}</p>
      {shown === 'posts' ? (
        <HeatMap
          matrix={posts}
          corner={riskOverviewText.post}
          nameOf={(post) => post ?? formWords.noPost}
          headOf={(level) => level?.name ?? formWords.ungraded}
          colourOf={(level) => chart.grading.levels.find(({ name }) => name === level?.name)?.colour}
          onSteps={onSteps}
        />
      ) : (
        <HeatMap
          matrix={steps}
          corner={riskOverviewText.step}
          nameOf={(step) => step ?? formWords.noStep}
          headOf={(category) => (category ? riskCategoryName[category] : riskOverviewText.noCategory)}
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
  /** Undefined: the default colour, for columns without their own. */
  readonly colourOf: (column: C) => string | undefined
  readonly onSteps: (steps: readonly Id[]) => void
}

function HeatMap<R, C>({ matrix, corner, nameOf, headOf, colourOf, onSteps }: HeatMapProps<R, C>) {
  const { columns, lines, totals, total } = matrix
  const most = Math.max(1, ...lines.flatMap(({ cells }) => cells.map(({ count }) => count)))
  if (lines.length === 0) return <p>{riskOverviewText.none}</p>
  const heads = columns.map(headOf)
  return (
    <div className="risk-overview">
      <table>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">{riskOverviewText.sum}</th>
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
                  label={riskOverviewText.cell(nameOf(key), heads[at]!, cell.count)}
                  heat={cell.count / most}
                  colour={colourOf(columns[at]!)}
                  onSteps={onSteps}
                />
              ))}
              <Heat
                cell={sum}
                label={riskOverviewText.cell(nameOf(key), riskOverviewText.sum, sum.count)}
                onSteps={onSteps}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{riskOverviewText.sum}</th>
            {totals.map((cell, at) => (
              <Heat
                key={heads[at]}
                cell={cell}
                label={riskOverviewText.cell(riskOverviewText.sum, heads[at]!, cell.count)}
                onSteps={onSteps}
              />
            ))}
            <Heat cell={total} label={riskOverviewText.total(total.count)} onSteps={onSteps} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface HeatProps {
  readonly cell: MatrixCell
  readonly label: string
  /** 0 to 1; undefined for a total. */
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
