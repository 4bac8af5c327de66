import { useCallback, useEffect, useState } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import { recordsOf } from '../../model/records/records.ts'
import type { RecordNames } from '../../text/screen/differences.ts'
import { historyText, momentWords } from '../../text/screen/history.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useSession } from '../openChart/session.ts'
import type { Paragraph } from './paragraphsOf.ts'
import { differencesIn, journalNames, paragraphsOf } from './paragraphsOf.ts'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { Sentences } from './Sentences.tsx'
import './Journal.css'

/** ms; initial range of the journal, extended on request. */
const month = 30 * 24 * 3600 * 1000

/** Who changed what and when, field by field, in the wording of a comparison. */
export function Journal({ chart: id }: { readonly chart: Id }) {
  const server = useApi().charts
  const { now } = useAppServices()
  const chart = useChart()
  const [since, setSince] = useState(() => now() - month)
  const [asked, again] = useRequest(useCallback(async () => server.journal(id, since), [server, id, since]))
  const saved = useSession(({ saveState }) => saveState === 'saved')
  // Re-read after each save, so that the newest changes are included.
  useEffect(() => {
    if (saved) again()
  }, [saved, again])
  if (asked.state !== 'loaded') return <RequestFailure request={asked} again={again} />
  const { entries, older, kept } = asked.value
  const names = journalNames(recordsOf(chart), entries)
  return (
    <>
      {entries.length === 0 && <p className="field-help">{historyText.journalNone}</p>}
      <ol className="journal">
        {paragraphsOf(entries).map((paragraph) => (
          <Said key={`${paragraph.at} ${paragraph.author}`} paragraph={paragraph} names={names} />
        ))}
      </ol>
      {older !== undefined && <p className="field-help">{historyText.journalCut}</p>}
      {since > 0 && (
        <Button size="small" onClick={() => setSince(0)}>
          {historyText.journalMore}
        </Button>
      )}
      <p className="field-help">{historyText.journalKept(kept)}</p>
    </>
  )
}

/** Maximum number of sentences of a paragraph shown before it is expanded. */
const atFirst = 8

interface SaidProps {
  readonly paragraph: Paragraph
  readonly names: RecordNames
}

function Said({ paragraph: { at, author, entries }, names }: SaidProps) {
  const { now } = useAppServices()
  const chart = useChart()
  const [all, setAll] = useState(false)
  const said = entries.flatMap((entry) => differencesIn(entry, names))
  const omitted = entries.reduce((sum, entry) => sum + (entry.omitted ?? 0), 0)
  if (said.length + omitted === 0) return null
  return (
    <li>
      <p className="journal-head">
        <strong>{author || historyText.journalNobody}</strong>
        <time>{momentWords(new Date(at), new Date(now()))}</time>
      </p>
      <Sentences
        differences={all ? said : said.slice(0, atFirst)}
        names={names}
        before={chart}
        after={chart}
      />
      {omitted > 0 && <p className="field-help">{historyText.journalOmitted(omitted)}</p>}
      {!all && said.length > atFirst && (
        <button type="button" className="journal-more" onClick={() => setAll(true)}>
          {historyText.journalRest(said.length - atFirst)}
        </button>
      )}
    </li>
  )
}
