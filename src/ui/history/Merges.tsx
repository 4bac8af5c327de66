import { useCallback, useEffect } from 'react'
import { Button } from 'antd'
import type { Chart, Id } from '../../model/chart.ts'
import type { Change } from '../../model/records/changes.ts'
import { allow } from '../../model/edits/refusal.ts'
import type { FieldValue, RootName } from '../../model/records/records.ts'
import { recordsOf } from '../../model/records/records.ts'
import type { KeptConflict } from '../../protocol/api.ts'
import type { RecordNames } from '../../text/screen/differences.ts'
import { historyText, momentWords } from '../../text/screen/history.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { useSession } from '../openChart/session.ts'
import { differencesIn, journalNames } from './paragraphsOf.ts'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { Sentences } from './Sentences.tsx'
import './Journal.css'

/** 冲突: what merging overruled, with both values and whose they are; the one that was not kept can be taken back. */
export function Merges({ chart: id }: { readonly chart: Id }) {
  const server = useApi().charts
  const chart = useChart()
  const [asked, again] = useRequest(useCallback(async () => server.conflicts(id), [server, id]))
  const saved = useSession(({ saveState }) => saveState === 'saved')
  useEffect(() => {
    if (saved) again()
  }, [saved, again])
  if (asked.state !== 'loaded') return <RequestFailure request={asked} again={again} />
  const names = journalNames(recordsOf(chart), [])
  return (
    <>
      <p className="field-help">{historyText.mergesWhat}</p>
      {asked.value.length === 0 && <p className="field-help">{historyText.mergesNone}</p>}
      <ol className="journal">
        {asked.value.map((merged) => (
          <Merged
            key={`${merged.seq} ${merged.root} ${merged.id} ${merged.field}`}
            merged={merged}
            names={names}
            chart={chart}
          />
        ))}
      </ol>
    </>
  )
}

interface MergedProps {
  readonly merged: KeptConflict
  readonly names: RecordNames
  readonly chart: Chart
}

function Merged({ merged, names, chart }: MergedProps) {
  const { now } = useAppServices()
  const edit = useEdit()
  const { at, root, id, field, kept, lost } = merged
  const isThere = names.after[root as RootName]?.[id] !== undefined
  const change = { root, id, ...(field !== undefined && { field }), before: lost.value, after: kept.value }
  return (
    <li>
      <p className="journal-head">
        <time>{momentWords(new Date(at), new Date(now()))}</time>
      </p>
      {isThere ? (
        <Sentences
          differences={differencesIn({ at, author: '', changes: [change] }, names)}
          names={names}
          before={chart}
          after={chart}
        />
      ) : (
        <p>{historyText.mergeGone(wordsOf(lost.value))}</p>
      )}
      <p className="field-help">{historyText.mergeSides(kept.by, lost.by)}</p>
      {isThere && field !== undefined && (
        <Button size="small" onClick={() => edit(() => allow(takenBack(merged, field)))}>
          {historyText.mergeTakeOther}
        </Button>
      )}
    </li>
  )
}

function takenBack({ root, id, lost }: KeptConflict, field: string): Change {
  return { kind: 'set', root: root as RootName, id, field, value: lost.value as FieldValue | undefined }
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
