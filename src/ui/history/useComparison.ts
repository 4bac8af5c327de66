/** Comparison of revisions with each other or with the current chart. */
import { useCallback, useMemo, useRef } from 'react'
import type { Chart, Id } from '../../model/chart.ts'
import type { Difference } from '../../model/history/difference.ts'
import { differencesOf } from '../../model/history/difference.ts'
import type { Revision } from '../../protocol/api.ts'
import { historyText, momentWords } from '../../text/screen/history.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useChart } from '../openChart/chartContext.ts'
import type { RequestState } from '../base/api/useRequest.ts'
import { useRequest } from '../base/api/useRequest.ts'

/** Null: the current chart. */
export type Version = Revision | null

export interface Comparison {
  readonly before: Chart
  readonly after: Chart
  readonly differences: readonly Difference[]
}

export function titleOf(version: Version, now: number): string {
  if (version === null) return historyText.now
  const { at, name, kind } = version
  return historyText.titled(momentWords(new Date(at), new Date(now)), name || historyText.revisionKind[kind])
}

/** Loads a revision's chart, cached because revisions never change. */
export function useReadRevision(chart: Id): (revision: Revision) => Promise<Chart> {
  const server = useApi().charts
  const { newId } = useAppServices()
  const read = useRef(new Map<Id, Promise<Chart>>())
  return useCallback(
    async ({ id }) => {
      const known = read.current.get(id)
      if (known) return known
      const asked = readRevision(async () => server.revision(chart, id), newId)
      read.current.set(id, asked)
      asked.catch(() => read.current.delete(id))
      return asked
    },
    [server, chart, newId],
  )
}

/** Lazy: the chart file reader is larger than the panel. */
async function readRevision(fetched: () => Promise<string>, newId: () => Id): Promise<Chart> {
  const [{ readChartFile }, content] = await Promise.all([
    import('../../files/chartFile/readChartFile.ts'),
    fetched(),
  ])
  return readChartFile(content, newId).chart
}

/** Differences from the older to the newer version; live if the newer is the current chart. */
export function useComparison(
  older: Version,
  newer: Version,
  read: (revision: Revision) => Promise<Chart>,
): RequestState<Comparison> {
  const now = useChart()
  const [asked] = useRequest(
    useCallback(async () => Promise.all([older && read(older), newer && read(newer)]), [older, newer, read]),
  )
  return useMemo((): RequestState<Comparison> => {
    if (asked.state !== 'loaded') return asked
    const [before, after] = asked.value.map((chart) => chart ?? now)
    return {
      state: 'loaded',
      value: { before: before!, after: after!, differences: differencesOf(before!, after!) },
    }
  }, [asked, now])
}
