import { useEffect, useRef, useState } from 'react'
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, EditionName, Id, View } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { externalEdition, stepsBehind } from '../../model/editions/externalEdition.ts'
import { rememberedMeasure } from '../../layout/rememberedMeasure.ts'
import { measure } from '../../sheet/measure.ts'
import { useAppServices } from '../base/appServices.ts'

/** A chart with the arrangement made from exactly that chart. */
export interface Drawing {
  readonly edition: Edition
  readonly view: View
  readonly arrangement: Arrangement
  /** Drawn step id → id in the edited chart; identical on the internal edition. */
  readonly behind: ReadonlyMap<Id, Id>
}

export interface DrawingState {
  /** The newest finished drawing; null before the first. */
  readonly drawing: Drawing | null
  readonly error: string | null
}

/**
 * The drawing of a chart, rearranged after every change. Keeps the previous one until the next is
 * ready; of a large chart a quick one comes first, in which only what the edit touches has moved.
 */
export function useDrawing(chart: Chart, view: View, edition: EditionName): DrawingState {
  const { arranger } = useAppServices()
  const [state, setState] = useState<DrawingState>({ drawing: null, error: null })
  const newest = useRef(0)
  const latest = useRef<Drawing | null>(null)
  const grow = useGrowing(state.drawing)
  useEffect(() => {
    const call = (newest.current += 1)
    const drawn = editionOf(chart, edition)
    const show = (arrangement: Arrangement) => {
      const behind = edition === 'external' ? stepsBehind(chart) : sameSteps(chart)
      latest.current = { edition: drawn, view, arrangement, behind }
      setState({ drawing: latest.current, error: null })
    }
    const ask = () =>
      void arranger.arrange({ chart: drawn.chart, view, edition }).then(
        (arrangement) => {
          if (call === newest.current) show(arrangement)
        },
        (error: Error) => {
          if (call === newest.current) setState((before) => ({ ...before, error: error.message }))
        },
      )
    const quick = grow.current?.(drawn, view, latest.current)
    if (!quick) {
      ask()
      return undefined
    }
    show(quick)
    const timer = setTimeout(ask, pause)
    return () => clearTimeout(timer)
  }, [arranger, chart, view, edition, grow])
  return state
}

/** ms without another edit before the whole is arranged: the worker cannot be called off. */
const pause = 250

/** Charts of fewer steps are arranged as a whole at once. */
const large = 120

type Grow = (drawn: Edition, view: View, before: Drawing | null) => Arrangement | null

/** What makes quick arrangements; fetched once a large chart is drawn. */
function useGrowing(drawing: Drawing | null): { readonly current: Grow | null } {
  const grow = useRef<Grow | null>(null)
  const isLarge = drawing !== null && drawing.edition.chart.steps.length > large
  useEffect(() => {
    if (!isLarge) return
    import('../../layout/rerouting/grownArrangement.ts').then(
      ({ grownArrangement }) => {
        const remembered = rememberedMeasure(measure)
        grow.current = (drawn, view, before) => {
          if (before?.view !== view || before.edition.name !== drawn.name) return null
          const { chart } = before.edition
          if (chart.steps.length <= large) return null
          // To measure them all anew would take a second.
          remembered.learn(chart, view, before.arrangement.steps)
          const options = { view, edition: drawn.name, measure: remembered }
          return grownArrangement(drawn.chart, before.arrangement, options)
        }
      },
      // Without it, edits wait for the whole.
      () => undefined,
    )
  }, [isLarge])
  return grow
}

function editionOf(chart: Chart, name: EditionName): Edition {
  return name === 'internal' ? { name, chart } : { name, chart: externalEdition(chart, {}) }
}

function sameSteps(chart: Chart): ReadonlyMap<Id, Id> {
  return new Map(chart.steps.map((step) => [step.id, step.id]))
}
