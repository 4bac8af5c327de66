/** A chart stored in this browser, read or renamed without a page of its own. */
import * as Y from 'yjs'
import { openChartDoc } from '../../doc/chartDoc.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { setHeader } from '../../model/edits/setFields.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import type { AppServices } from '../base/appServices.ts'
import { summaryOf } from './summaryOf.ts'

/** Undefined if there is none. Read only. */
export async function localChart({ charts }: AppServices, id: Id): Promise<Chart | undefined> {
  const doc = new Y.Doc()
  const summary = () => ({ id, title: '', unit: '', steps: 0, changedAt: 0 })
  const opened = await charts.open(id, doc, { summary, onState: () => undefined })
  const read = openChartDoc(doc)
  const chart = opened.found ? read.chart() : undefined
  await opened.close()
  read.close()
  doc.destroy()
  return chart
}

/** Resolves when the new title is on disk; other tabs that have the chart open see it. */
export async function renameLocalChart({ charts, now }: AppServices, id: Id, title: string): Promise<Edit> {
  const doc = new Y.Doc()
  const read = openChartDoc(doc)
  let role: Awaited<ReturnType<typeof charts.open>>['role']
  const opened = await charts.open(id, doc, {
    summary: () => ({ ...summaryOf(id, read.chart(), now()), ...(role && { role }) }),
    onState: () => undefined,
  })
  role = opened.role
  const edit = setHeader({ title })
  if (opened.found && edit.ok) read.apply(edit.changes)
  await opened.close()
  read.close()
  doc.destroy()
  return edit
}
