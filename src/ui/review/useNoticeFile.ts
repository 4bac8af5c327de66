import type { ReviewMark } from '../../model/review/mark.ts'
import type { IssuedNotice } from '../../model/review/review.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { dayWords, issueText } from '../../text/screen/review.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useToasts } from '../base/toastContext.ts'

interface Wanted {
  readonly notice: Omit<IssuedNotice, 'id'>
  readonly marks: readonly ReviewMark[]
  readonly demands: string
  /** Issue date, ms since 1970. */
  readonly at: number
}

/** Makes and downloads the Word document of a notice; reports success or the error. */
export function useNoticeFile(): (wanted: Wanted) => Promise<void> {
  const chart = useChart()
  const { message } = useToasts()
  return async ({ at, ...wanted }) => {
    try {
      const [{ noticeFile }, { download }] = await Promise.all([
        import('./noticeFile.ts'),
        import('../base/download.ts'),
      ])
      const file = await noticeFile({ chart, issuedOn: dayWords(at), ...wanted })
      download(file)
      void message.success(issueText.issued(file.name))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
}
