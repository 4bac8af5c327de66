import { readRecords } from '../../doc/readRecords.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { differencesOf } from '../../model/history/difference.ts'
import { allow } from '../../model/edits/refusal.ts'
import { restoreChart } from '../../model/history/restoreChart.ts'
import { namesFrom, sayDifference } from '../../text/screen/differences.ts'
import { historyText } from '../../text/screen/history.ts'
import { useChartDoc, useEdit } from '../openChart/chartContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import { useToasts } from '../base/toastContext.ts'
import { useApi } from '../base/appServices.ts'
import './useRestore.css'

type Restore = (title: string, read: () => Promise<Chart>) => Promise<void>

/** Restores a version: shows what would change, applies it as an edit, saves the result as a revision. */
export function useRestore(chart: Id, onRestored: () => void): Restore {
  const doc = useChartDoc()
  const edit = useEdit()
  const server = useApi().charts
  const { message, modal } = useToasts()
  const failed = (error: unknown) => void message.error({ content: sayServerError(error), duration: 8 })
  const goBack = (then: Chart) =>
    // Computed from the document at confirmation, not when the question was shown.
    edit(() => allow(...restoreChart(readRecords(doc.doc), then)))
  const keep = async (title: string) => {
    await whenSaved()
    await server.keepRevision(chart, historyText.restoredFrom(title), 'restored')
  }
  return async (title, read) => {
    try {
      const then = await read()
      const now = doc.chart()
      const differences = differencesOf(now, then)
      if (differences.length === 0) {
        void message.info(historyText.restoreSame)
        return
      }
      const names = namesFrom(now, then)
      modal.confirm({
        title: historyText.restoreAsk(title),
        width: 560,
        content: <Asked sentences={differences.map((each) => sayDifference(each, names, 'cut'))} />,
        okText: historyText.restoreDo,
        onOk: async () => {
          if (!goBack(then)) return
          void message.success(historyText.restored)
          await keep(title).catch(failed)
          onRestored()
        },
      })
    } catch (error) {
      failed(error)
    }
  }
}

function Asked({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className="restore-ask">
      <p>{historyText.restoreNote}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
