import type { Scanned } from '../../checks/scanPublic.ts'
import type { Chart, View } from '../../model/chart.ts'
import type { PublicChart } from '../../model/editions/edition.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import type { PublicationDate } from '../../publicationRenderer/publicPage.ts'
import type { JobPool } from '../jobs/jobPool.ts'

export interface PublicationRenderer {
  /** What a person should look at before posting (`scanPublic`). */
  readonly scan: (chart: Chart, edition: PublicChart) => Promise<readonly Scanned[]>
  readonly publication: (chart: PublicChart, view: View, date: PublicationDate) => Promise<PublicationFiles>
  /** PNG, A4 at 300 dpi. */
  readonly picture: (chart: PublicChart, view: View) => Promise<Uint8Array>
}

/** Scans and draws in the job threads. */
export function openPublicationRenderer({ run }: Pick<JobPool, 'run'>): PublicationRenderer {
  return {
    scan: async (chart, edition) => run('scan', { chart, edition }),
    publication: async (chart, view, date) => run('publication', { chart, view, date }),
    picture: async (chart, view) => run('picture', { chart, view }),
  }
}
