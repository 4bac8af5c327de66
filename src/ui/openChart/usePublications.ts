/**
 * What is public of the chart that is open, as the server last said: the note in the
 * editor, the dialog and whoever prints a poster look at the same list.
 */
import { create } from 'zustand'
import type { Id } from '../../model/chart.ts'
import type { Publication } from '../../protocol/api.ts'
import { may } from '../../protocol/roles.ts'
import type { ChartApi } from '../base/api/chartApi.ts'
import type { ChartAccess } from './session.ts'

interface Known {
  readonly chart: Id | null
  readonly publications: readonly Publication[]
}

const useKnown = create<Known>(() => ({ chart: null, publications: [] }))

/** The newest first; none where nothing is known of that chart. */
export function usePublications(chart: Id): readonly Publication[] {
  return useKnown((known) => (known.chart === chart ? known.publications : none))
}

const none: readonly Publication[] = []

/** Asks the server, and tells everybody who looks. */
export async function readPublications(server: ChartApi, chart: Id): Promise<readonly Publication[]> {
  const publications = await server.publications(chart)
  useKnown.setState({ chart, publications })
  return publications
}

/** The one that holds now. */
export function currentOf(publications: readonly Publication[]): Publication | undefined {
  return publications.find(({ state }) => state === 'current')
}

/** Where the public reads the chart now, for a poster's QR code; null where it is not public. */
export function usePublicAddress(chart: Id): string | null {
  return currentOf(usePublications(chart))?.link ?? null
}

/** May this person post and withdraw? The server says so again. */
export function mayPublish(access: ChartAccess): boolean {
  return access !== null && access !== 'none' && may(access, 'share')
}
