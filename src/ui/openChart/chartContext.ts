import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { ChartDoc } from '../../doc/chartDoc.ts'
import type { Change } from '../../model/records/changes.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import { deleteAsk } from '../../text/screen/commands.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { collaboratorText as words, readOnlyText } from '../../text/screen/together.ts'
import { editorsOf, namesOf, useCollaborators } from './collaborators.ts'
import { useReviewing } from './reviewing.ts'
import { select, useSession } from './session.ts'
import { mayWrite } from './mayWrite.ts'
import { useToasts } from '../base/toastContext.ts'

export const ChartContext = createContext<ChartDoc | null>(null)

/** The open chart document from context. Throws outside the provider. */
export function useChartDoc(): ChartDoc {
  const doc = use(ChartContext)
  if (!doc) throw new Error('outside of a chart')
  return doc
}

/** The current chart; re-renders on every change. */
export function useChart(): Chart {
  const doc = useChartDoc()
  return useSyncExternalStore(doc.onChange, doc.chart, doc.chart)
}

/**
 * Selects a value from the chart. Re-renders only if the value changes (Object.is), so `read` must
 * return a primitive or a part of the chart, never a new object.
 */
export function useChartValue<T>(read: (chart: Chart) => T): T {
  const doc = useChartDoc()
  return useSyncExternalStore(doc.onChange, () => read(doc.chart()))
}

/** Applies an edit; shows the reason if it is refused. Returns whether it was applied. */
export type DoEdit = (decide: (chart: Chart) => Edit) => boolean

/**
 * The only way for the screen to change the chart. Refuses without write access, and asks before
 * deleting a step that somebody else is editing or that has open review marks.
 */
export function useEdit(): DoEdit {
  const doc = useChartDoc()
  const collaborators = useCollaborators()
  const { message, modal } = useToasts()
  return useCallback(
    (decide) => {
      if (!mayWrite(useSession.getState().access)) {
        void message.warning({ content: readOnlyText.refused, key: 'read-only' })
        return false
      }
      const edit = decide(doc.chart())
      if (!edit.ok) {
        void message.warning(refusalText[edit.refusal.reason])
        return false
      }
      const dropped = stepsDroppedBy(edit.changes)
      const editors = editorsOf(dropped, collaborators.others())
      const marks = marksAt(dropped)
      if (editors.length === 0 && marks === 0) {
        doc.apply(edit.changes)
        return true
      }
      modal.confirm({
        title: deleteAsk(namesOf(editors), marks),
        okText: words.deleteAnyway,
        okButtonProps: { danger: true },
        onOk: () => {
          // Re-check: the chart may have changed while the question was open.
          const now = decide(doc.chart())
          if (!now.ok) return void message.warning(refusalText[now.refusal.reason])
          doc.apply(now.changes)
          select({})
        },
      })
      return false
    },
    [doc, collaborators, message, modal],
  )
}

function stepsDroppedBy(changes: readonly Change[]): ReadonlySet<Id> {
  const drops = changes.filter(({ kind, root }) => kind === 'drop' && root === 'steps')
  return new Set(drops.map(({ id }) => id))
}

/** Number of open review marks at the steps; one mark may be shown at several steps. */
function marksAt(steps: ReadonlySet<Id>): number {
  const { unsettled } = useReviewing.getState()
  return new Set([...steps].flatMap((step) => unsettled.get(step) ?? [])).size
}
