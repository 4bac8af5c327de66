import { useEffect } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import { publicNoteText } from '../../text/screen/publicNoteText.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { currentOf, mayPublish, readPublications, usePublications } from '../openChart/usePublications.ts'
import { openPublicationWatcher } from './publicationWatcher.ts'
import './PublicNote.css'

/** Warns that the publication differs from the chart, with the deadline for replacing it. */
export function PublicNote({ chart }: { readonly chart: Id }) {
  useWatching(chart)
  const { now } = useAppServices()
  const mayMend = useSession(({ access }) => mayPublish(access))
  const current = currentOf(usePublications(chart))
  if (!current?.stale || current.updateBy === undefined) return null
  const isLate = current.updateBy < dayOf(new Date(now()))
  const sentence = isLate ? publicNoteText.overdue : publicNoteText.outdated
  const note = sentence(current)
  return (
    <div className={isLate ? 'public-note public-note-late' : 'public-note'} role="status">
      <span>{mayMend ? note : publicNoteText.outdatedFor(note)}</span>
      {mayMend && (
        <Button size="small" onClick={() => setSession({ dialog: 'publication' })}>
          {publicNoteText.update}
        </Button>
      )}
    </div>
  )
}

/** Compares only what the server has: asks once all is saved, and after later saves. */
function useWatching(chart: Id): void {
  const server = useApi().charts
  const { elapsed, after } = useAppServices()
  useEffect(() => {
    const watch = openPublicationWatcher({
      // Ignored: the save mark already shows that the server is unreachable.
      ask: () => void readPublications(server, chart).catch(() => undefined),
      now: elapsed,
      after,
    })
    let was = false
    const look = () => {
      const { saveState, whyOffline } = useSession.getState()
      const is = saveState === 'saved' && whyOffline === null
      if (is && !was) watch.saved()
      was = is
    }
    look()
    const stop = useSession.subscribe(look)
    return () => {
      stop()
      watch.close()
    }
  }, [server, chart, elapsed, after])
}

function dayOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
