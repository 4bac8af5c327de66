import { memo } from 'react'
import { readSketch, type SketchedStep } from '../../model/catalogue/chartSketch.ts'
import './SketchPicture.css'

/** px */
const width = 52
const height = 38

/** A chart as large as a stamp, from its few letters; a blank sheet where there are none. */
export const SketchPicture = memo(function SketchPicture({ sketch }: { readonly sketch: string }) {
  const { steps, lines } = readSketch(sketch)
  const ranks = Math.max(1, ...steps.map(({ rank }) => rank + 1))
  const widest = Math.max(1, ...ranksOf(steps).values())
  const row = height / ranks
  const column = Math.min(width / widest, 22)
  const sizes = ranksOf(steps)
  const at = ({ rank, place }: SketchedStep) => ({
    x: width / 2 + (place - (sizes.get(rank)! - 1) / 2) * column,
    y: (rank + 0.5) * row,
  })
  const box = { wide: column * 0.7, high: Math.min(row * 0.55, 8) }
  return (
    <svg className="sketch" viewBox={`-2 -2 ${width + 4} ${height + 4}`} aria-hidden>
      {lines.map(([from, to]) => {
        const [a, b] = [at(steps[from]!), at(steps[to]!)]
        return <path key={`${from} ${to}`} d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      })}
      {steps.map((step) => {
        const { x, y } = at(step)
        return <SketchFigure key={`${step.rank} ${step.place}`} kind={step.kind} x={x} y={y} {...box} />
      })}
    </svg>
  )
})

interface SketchFigureProps {
  readonly kind: SketchedStep['kind']
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly high: number
}

function SketchFigure({ kind, x, y, wide, high }: SketchFigureProps) {
  if (kind === 'decision')
    return (
      <polygon
        points={`${x},${y - high / 2} ${x + wide / 2},${y} ${x},${y + high / 2} ${x - wide / 2},${y}`}
      />
    )
  const round = kind === 'terminator' ? high / 2 : 0.6
  return <rect x={x - wide / 2} y={y - high / 2} width={wide} height={high} rx={round} />
}

function ranksOf(steps: readonly SketchedStep[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>()
  for (const { rank } of steps) sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  return sizes
}
