import { useCallback, useState } from 'react'
import type { Id } from '../../model/chart.ts'
import type { Revision } from '../../protocol/api.ts'
import { historyText, momentWords } from '../../text/screen/history.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { Compared } from './Compared.tsx'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { SaveRevision } from './SaveRevision.tsx'
import { useReadRevision } from './useComparison.ts'
import './Revisions.css'

/** The revisions, newest first; the chosen one expands. */
export function Revisions({ chart }: { readonly chart: Id }) {
  const server = useApi().charts
  const [asked, again] = useRequest(useCallback(async () => server.revisions(chart), [server, chart]))
  const [chosen, setChosen] = useState<Id | null>(null)
  const read = useReadRevision(chart)
  if (asked.state !== 'loaded') return <RequestFailure request={asked} again={again} />
  const revisions = asked.value
  return (
    <>
      <SaveRevision chart={chart} onSaved={again} />
      {revisions.length === 0 && <p className="field-help">{historyText.none}</p>}
      <ol className="revisions">
        {revisions.map((revision, at) => (
          <li key={revision.id}>
            <RevisionRow
              revision={revision}
              open={chosen === revision.id}
              onToggle={() => setChosen(chosen === revision.id ? null : revision.id)}
            />
            {chosen === revision.id && (
              <Compared
                chart={chart}
                revisions={revisions}
                at={at}
                read={read}
                onRestored={() => {
                  setChosen(null)
                  again()
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

interface RevisionRowProps {
  readonly revision: Revision
  readonly open: boolean
  readonly onToggle: () => void
}

function RevisionRow({ revision, open, onToggle }: RevisionRowProps) {
  const { now } = useAppServices()
  const { at, kind, name, authors } = revision
  return (
    <button type="button" className="revision" aria-expanded={open} onClick={onToggle}>
      <span className="revision-head">
        <time>{momentWords(new Date(at), new Date(now()))}</time>
        <span className={`mark-word revision-${kind}`}>{historyText.revisionKind[kind]}</span>
      </span>
      {name !== '' && <strong>{name}</strong>}
      {authors.length > 0 && <small>{historyText.authors(authors)}</small>}
    </button>
  )
}
