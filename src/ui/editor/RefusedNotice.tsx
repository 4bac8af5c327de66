import { useEffect } from 'react'
import { refusedNotice, refusedText } from '../../text/screen/together.ts'
import { useSession } from '../openChart/session.ts'
import { useChartDoc } from '../openChart/chartContext.ts'
import { useToasts } from '../base/toastContext.ts'

/** Reports changes that the server finally refused, and offers to download the chart. */
export function RefusedNotice() {
  const refused = useSession((session) => session.refused)
  const doc = useChartDoc()
  const { modal } = useToasts()
  useEffect(() => {
    if (refused === null) return undefined
    const notice = modal.warning({
      title: refusedNotice.title,
      content: refusedNotice.body(sayRefused(refused)),
      okText: refusedNotice.saveFile,
      closable: true,
      onOk: async () => {
        const { saveChartFile } = await import('./saveChartFile.ts')
        saveChartFile(doc.chart())
      },
    })
    return notice.destroy
  }, [refused, doc, modal])
  return null
}

function sayRefused(code: string): string {
  return code in refusedText ? refusedText[code as keyof typeof refusedText] : refusedNotice.other(code)
}
