import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import { App } from 'antd'
import type { ChartDoc } from '../../doc/chartDoc.ts'
import type { Chart } from '../../model/chart.ts'
import type { Edit } from '../../model/refusal.ts'
import { refusalText } from '../../text/refusals.ts'

export const ChartContext = createContext<ChartDoc | null>(null)

export function useChartDoc(): ChartDoc {
  const doc = use(ChartContext)
  if (!doc) throw new Error('outside of a chart')
  return doc
}

export function useChart(): Chart {
  const doc = useChartDoc()
  return useSyncExternalStore(doc.onChange, doc.chart)
}

/** Does what an edit allows; says why where it refuses. Answers whether it was done. */
export type DoEdit = (decide: (chart: Chart) => Edit) => boolean

export function useEdit(): DoEdit {
  const doc = useChartDoc()
  const { message } = App.useApp()
  return useCallback(
    (decide) => {
      const edit = decide(doc.chart())
      if (edit.ok) doc.apply(edit.changes)
      else void message.warning(refusalText[edit.refusal.reason])
      return edit.ok
    },
    [doc, message],
  )
}
