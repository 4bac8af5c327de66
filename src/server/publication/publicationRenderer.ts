import type { View } from '../../model/chart.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import type { PublicationDate } from '../../publicationRenderer/publicPage.ts'
import type { EditionText, JobInput, JobOutput } from '../jobs/job.ts'
import type { JobPool } from '../jobs/jobPool.ts'

/** Everything that is worked out of a chart for the public, in the job threads. */
export interface PublicationRenderer {
  readonly edition: (asked: JobInput<'edition'>) => Promise<JobOutput<'edition'>>
  readonly publicFile: (asked: JobInput<'publicFile'>) => Promise<JobOutput<'publicFile'>>
  readonly publication: (edition: EditionText, view: View, date: PublicationDate) => Promise<PublicationFiles>
  /** PNG, A4 at 300 dpi, of a public chart file. */
  readonly picture: (file: string, view: View) => Promise<Uint8Array>
}

export function openPublicationRenderer({ run }: Pick<JobPool, 'run'>): PublicationRenderer {
  return {
    edition: async (asked) => run('edition', asked),
    publicFile: async (asked) => run('publicFile', asked),
    publication: async (edition, view, date) => run('publication', { edition, view, date }),
    picture: async (file, view) => run('picture', { file, view }),
  }
}
