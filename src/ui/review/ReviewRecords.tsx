import { useMemo } from 'react'
import { Button } from 'antd'
import { approvalProgress } from '../../model/review/approvalProgress.ts'
import type { Review } from '../../model/review/review.ts'
import { verifyChain } from '../../model/review/reviewChain.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { recordText } from '../../text/paper/reviewRecords.ts'
import { dayWords } from '../../text/screen/review.ts'
import type { PaperRecord } from '../../files/registers/writeRecord.ts'
import { useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { useChart } from '../openChart/chartContext.ts'
import './reviewActs.css'

/** Whether the chain of the record holds, and the record as paper: minutes, 公示, 证明单. */
export function ReviewRecords({ review }: { readonly review: Review }) {
  const chart = useChart()
  const { now } = useAppServices()
  const make = useRecordFile()
  const verdict = useMemo(() => verifyChain(review.events), [review.events])
  const recorded = approvalProgress(review).filter(({ passed }) => passed?.record !== undefined)
  if (review.events.length === 0) return null
  return (
    <section aria-label={recordText.heading}>
      <p className={verdict.ok ? 'field-help' : 'approval-draft'} role={verdict.ok ? undefined : 'alert'}>
        {verdict.ok ? recordText.chain(verdict.events) : recordText.broken(verdict.at)}
        {verdict.ok && verdict.unchained > 0 && `；${recordText.unchained(verdict.unchained)}`}
      </p>
      <div className="review-acts">
        <Button
          size="small"
          onClick={() => void make(async (papers) => papers.proofPaper(chart, review, dayWords(now())))}
        >
          {recordText.proof}
        </Button>
        {recorded.map(({ rung, passed }) => (
          <Button
            key={rung.id}
            size="small"
            onClick={() => passed && void make(async (papers) => papers.rungPaper(chart, review, passed))}
          >
            {passed?.record?.what === 'meeting'
              ? recordText.minutes(rung.name)
              : recordText.course(rung.name)}
          </Button>
        ))}
      </div>
    </section>
  )
}

type Papers = typeof import('./recordFile.ts')

/** Makes and downloads a record; reports success or the error. */
function useRecordFile() {
  const chart = useChart()
  const { message } = useToasts()
  return async (paperOf: (papers: Papers) => Promise<PaperRecord | undefined>) => {
    try {
      const [papers, { download }] = await Promise.all([
        import('./recordFile.ts'),
        import('../base/download.ts'),
      ])
      const paper = await paperOf(papers)
      if (!paper) return
      const file = await papers.recordFile(paper, chart)
      download(file)
      void message.success(recordText.made(file.name))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
}
