import { editor } from '../../text/screen/screen.ts'
import './ArrangingSign.css'

/** Boxes in the place of a chart that is being arranged for the first time. */
export function ChartSkeleton() {
  return (
    <div className="chart-skeleton" role="status">
      <span>{editor.arranging}</span>
      {boxes.map((width, index) => (
        // They have nothing but their order.
        // oxlint-disable-next-line react/no-array-index-key
        <i key={index} style={{ width }} />
      ))}
    </div>
  )
}

/** px. */
const boxes = [116, 148, 148, 132, 148, 148, 116]

/** While another view of the chart is being arranged and the one before is still drawn. */
export function ArrangingSign() {
  return (
    <p className="arranging-sign" role="status">
      {editor.arranging}
    </p>
  )
}
