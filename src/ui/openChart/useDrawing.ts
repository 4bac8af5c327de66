import { useEffect, useRef, useState } from 'react'
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, EditionName, Id, View } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { externalEdition, stepsBehind } from '../../model/editions/externalEdition.ts'
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

/** The drawing of a chart, rearranged after every change. Keeps the previous one until the next is ready. */
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
