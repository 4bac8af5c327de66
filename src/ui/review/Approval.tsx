import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from 'antd'
import { approvedAt } from '../../model/review/approvalProgress.ts'
import type { Review } from '../../model/review/review.ts'
import type { Revision } from '../../protocol/api.ts'
import { dayWords, ladderText, reviewText } from '../../text/screen/review.ts'
import { Differences } from '../history/Differences.tsx'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { useComparison, useReadRevision } from '../history/useComparison.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import './Approval.css'

const VersionDialog = lazy(async () => ({
  default: (await import('../history/VersionDialog.tsx')).VersionDialog,
}))

interface ApprovalProps {
  readonly review: Review
  readonly approved: NonNullable<Review['approved']>
}

/** The approved version with its seal, and the differences if the chart has changed since. */
export function Approval({ review, approved }: ApprovalProps) {
  const { name } = approved.by
  const rung = approvedAt(review)?.name ?? ''
  return (
    <section className="approval">
      <p>
        <strong>{ladderText.approved(rung, dayWords(approved.at), name || reviewText.unsigned)}</strong>
        <span className="approval-hash" title={ladderText.hashHint(approved.hash)}>
          {' · '}
          {ladderText.hash(approved.hash)}
        </span>
      </p>
      <Since key={approved.revision} approved={approved} />
    </section>
  )
}

/**
 * The hash is of the server's file. Changes are found by comparing charts, which also works on
 * plain http.
 */
function Since({ approved }: Pick<ApprovalProps, 'approved'>) {
  const { id } = useOpenChart()
  const read = useReadRevision(id)
  const [tries, setTries] = useState(0)
  const older = useMemo(
    (): Revision => ({
      id: approved.revision,
      at: approved.at,
      kind: 'named',
      name: tries === 0 ? ladderText.approvedVersion : `${ladderText.approvedVersion} `,
      authors: [],
      hash: approved.hash,
    }),
    [approved, tries],
  )
  const compared = useComparison(older, null, read)
  const [viewing, setViewing] = useState(false)
  if (compared.state === 'loading') return <p className="field-help">{ladderText.comparing}</p>
  if (compared.state === 'failed')
    return <RequestFailure request={compared} again={() => setTries(tries + 1)} />
  const { differences } = compared.value
  return (
    <>
      {differences.length === 0 ? (
        <p className="field-help">{ladderText.unchanged}</p>
      ) : (
        <>
          <p className="approval-draft">{ladderText.draft(differences.length)}</p>
          <details className="compared">
            <summary>{ladderText.differences}</summary>
            <Differences comparison={compared.value} />
          </details>
        </>
      )}
      <Button size="small" onClick={() => setViewing(true)}>
        {ladderText.look}
      </Button>
      {viewing && (
        <Suspense>
          <VersionDialog
            comparison={compared.value}
            older={ladderText.approvedVersion}
            newer={ladderText.now}
            first="before"
            onClose={() => setViewing(false)}
          />
        </Suspense>
      )}
    </>
  )
}
