/**
 * Publications of the open chart as last read from the server, shared by the note in the editor,
 * the publication dialog and the export dialog.
 */
import { create } from 'zustand'
import type { Id } from '../../model/chart.ts'
import type { Publication } from '../../protocol/publicationApi.ts'
import { may } from '../../protocol/roles.ts'
import type { ChartApi } from '../base/api/chartApi.ts'
import type { ChartAccess } from './session.ts'

interface Known {
  readonly chart: Id | null
  readonly publications: readonly Publication[]
}

const useKnown = create<Known>(() => ({ chart: null, publications: [] }))

/** Newest first; empty if nothing is known of that chart. */
export function usePublications(chart: Id): readonly Publication[] {
  return useKnown((known) => (known.chart === chart ? known.publications : none))
}

const none: readonly Publication[] = []

/** Reads the publications and updates all subscribers. */
export async function readPublications(server: ChartApi, chart: Id): Promise<readonly Publication[]> {
  const publications = await server.publications(chart)
  useKnown.setState({ chart, publications })
  return publications
}

/** The publication in force. */
export function currentOf(publications: readonly Publication[]): Publication | undefined {
  return publications.find(({ state }) => state === 'current')
}

/** Public address of the chart, for a poster's QR code; null if it is not public. */
export function usePublicAddress(chart: Id): string | null {
  return currentOf(usePublications(chart))?.link ?? null
}

/** Whether this person may publish and withdraw. Only for the screen; the server checks again. */
export function mayPublish(access: ChartAccess): boolean {
  return access !== null && access !== 'none' && may(access, 'share')
}
