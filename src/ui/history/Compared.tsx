import { Suspense, useEffect, useMemo, useState } from 'react'
import { Button } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import type { Chart, Id } from '../../model/chart.ts'
import type { Revision } from '../../protocol/api.ts'
import { historyText } from '../../text/screen/history.ts'
import { useAppServices } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { mayWrite } from '../openChart/mayWrite.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { Differences } from './Differences.tsx'
import { changeMarksOf } from './changeMarksOf.ts'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { useRestore } from './useRestore.tsx'
import type { Version } from './useComparison.ts'
import { titleOf, useComparison } from './useComparison.ts'
import './Compared.css'

const VersionDialog = lazyPart(async () => (await import('./VersionDialog.tsx')).VersionDialog)

interface ComparedProps {
  readonly chart: Id
  /** Newest first. */
  readonly revisions: readonly Revision[]
  /** Index of the chosen revision. */
  readonly at: number
  readonly read: (revision: Revision) => Promise<Chart>
  readonly onRestored: () => void
}

const theNow = 'now'

/** Compares the chosen revision with another or with the current chart, always older to newer. */
export function Compared({ chart, revisions, at, read, onRestored }: ComparedProps) {
  const { now } = useAppServices()
  const chosen = revisions[at]!
  const [other, setOther] = useState<string>(revisions[at + 1]?.id ?? theNow)
  const place = other === theNow ? -1 : revisions.findIndex(({ id }) => id === other)
  const [older, newer] = inTime(revisions, at, place)
  const compared = useComparison(older, newer, read)
  const [viewing, setViewing] = useState(false)
  const may = useSession(({ access }) => mayWrite(access))
  const restore = useRestore(chart, onRestored)
  const comparison = compared.state === 'loaded' ? compared.value : null
  useMarks(comparison)
  const moment = now()
  return (
    <div className="compared">
      <label className="compare-with">
        <span>{historyText.compareWith}</span>
        <Choice
          label={historyText.compareWith}
          value={other}
          options={[
            { value: theNow, label: historyText.now },
            ...revisions.flatMap((revision) =>
              revision === chosen ? [] : [{ value: revision.id, label: titleOf(revision, moment) }],
            ),
          ]}
          onChoose={(value) => setOther(value ?? theNow)}
        />
      </label>
      {compared.state !== 'loaded' && <RequestFailure request={compared} again={() => setOther(theNow)} />}
      {comparison && <Differences comparison={comparison} />}
      <div className="compared-buttons">
        <Button size="small" disabled={!comparison} onClick={() => setViewing(true)}>
          {historyText.view}
        </Button>
        {may && (
          <Button
            size="small"
            onClick={() => void restore(titleOf(chosen, moment), async () => read(chosen))}
          >
            {historyText.restore}
          </Button>
        )}
      </div>
      {viewing && comparison && (
        <Suspense>
          <VersionDialog
            comparison={comparison}
            older={titleOf(older, moment)}
            newer={titleOf(newer, moment)}
            first={older === chosen ? 'before' : 'after'}
            onClose={() => setViewing(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** -1 is the current chart, newer than all revisions. */
function inTime(revisions: readonly Revision[], one: number, other: number): readonly [Version, Version] {
  return [revisions[Math.max(one, other)] ?? null, revisions[Math.min(one, other)] ?? null]
}

function useMarks(comparison: Parameters<typeof Differences>[0]['comparison'] | null): void {
  const marks = useMemo(
    () => comparison && changeMarksOf(comparison.differences, comparison.before, comparison.after),
    [comparison],
  )
  useEffect(() => {
    setSession({ changeMarks: marks })
    return () => setSession({ changeMarks: null })
  }, [marks])
}
