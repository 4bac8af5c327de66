import { useEffect, useRef, useState } from 'react'
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, EditionName, Id, View } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { externalEdition, stepsBehind } from '../../model/editions/externalEdition.ts'
import { useAppServices } from '../base/appServices.ts'

/** A chart and the arrangement that was made of exactly that chart: never one of each. */
export interface Drawing {
  readonly edition: Edition
  readonly view: View
  readonly arrangement: Arrangement
  /** Drawn step id → id in the chart that is edited; the same on the internal edition. */
  readonly behind: ReadonlyMap<Id, Id>
}

export interface DrawingState {
  /** The newest one that is ready; null before the first. */
  readonly drawing: Drawing | null
  readonly error: string | null
}

/** What to draw of a chart, arranged anew after every change; until it is ready, what was drawn before stays. */
export function useDrawing(chart: Chart, view: View, edition: EditionName): DrawingState {
  const { arranger } = useAppServices()
  const [state, setState] = useState<DrawingState>({ drawing: null, error: null })
  const newest = useRef(0)
  useEffect(() => {
    const call = (newest.current += 1)
    const drawn = editionOf(chart, edition)
    arranger.arrange({ chart: drawn.chart, view, edition }).then(
      (arrangement) => {
        if (call !== newest.current) return
        const behind = edition === 'external' ? stepsBehind(chart) : sameSteps(chart)
        setState({ drawing: { edition: drawn, view, arrangement, behind }, error: null })
      },
      (error: Error) => {
        if (call === newest.current) setState((before) => ({ ...before, error: error.message }))
      },
    )
  }, [arranger, chart, view, edition])
  return state
}

function editionOf(chart: Chart, name: EditionName): Edition {
  return name === 'internal' ? { name, chart } : { name, chart: externalEdition(chart, {}) }
}

function sameSteps(chart: Chart): ReadonlyMap<Id, Id> {
  return new Map(chart.steps.map((step) => [step.id, step.id]))
}
