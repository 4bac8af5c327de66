import { useEffect, useState } from 'react'
import { Button, Spin } from 'antd'
import * as Y from 'yjs'
import type { ChartDoc } from '../../doc/chartDoc.ts'
import { openChartDoc } from '../../doc/chartDoc.ts'
import type { Id } from '../../model/chart.ts'
import { editor } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import type { House } from '../house.ts'
import { goTo } from '../place.ts'
import { look, nothing } from '../session.ts'
import { ChartContext } from './chartContext.ts'
import { Editor } from './Editor.tsx'
import { summaryOf } from './summaryOf.ts'

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly doc: ChartDoc }
  | { readonly state: 'missing' }

/** Opens a chart that this browser keeps, and closes it again when one goes away. */
export function ChartRoom({ id }: { readonly id: Id }) {
  const house = useHouse()
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  useEffect(() => {
    look({ selection: nothing, renaming: null, dialog: null, saveState: 'saved' })
    return openRoom(house, id, setOpening)
  }, [house, id])
  switch (opening.state) {
    case 'opening':
      return (
        <div className="waiting">
          <Spin /> {editor.loading}
        </div>
      )
    case 'missing':
      return (
        <div className="waiting">
          <p>{editor.notFound}</p>
          <Button onClick={() => goTo({ at: 'home' })}>{editor.back}</Button>
        </div>
      )
    case 'open':
      return (
        <ChartContext value={opening.doc}>
          <Editor id={id} />
        </ChartContext>
      )
  }
}

function openRoom(house: House, id: Id, tell: (opening: Opening) => void): () => void {
  const doc = new Y.Doc()
  const chartDoc = openChartDoc(doc)
  let left = false
  const local = house.charts.open(id, doc, {
    summary: () => summaryOf(id, chartDoc.chart(), house.now()),
    onState: (saveState) => look({ saveState }),
  })
  void local.then(({ found }) => {
    if (left) return
    tell(found ? { state: 'open', doc: chartDoc } : { state: 'missing' })
  })
  return () => {
    left = true
    void local.then(async ({ close }) => {
      await close()
      chartDoc.close()
      doc.destroy()
    })
  }
}
