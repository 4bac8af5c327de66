/** What the main thread and the rendering thread send each other. */
import type { View } from '../../model/chart.ts'
import type { PublicChart } from '../../model/editions/edition.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import type { PublicationDate } from '../../publicationRenderer/publicPage.ts'

export type RenderRequest = { readonly id: number; readonly chart: PublicChart; readonly view: View } & (
  | { readonly kind: 'publication'; readonly imprint: PublicationDate }
  | { readonly kind: 'picture' }
)

export type RenderAnswer =
  | { readonly id: number; readonly ok: true; readonly made: PublicationFiles | Uint8Array }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly fault?: 'undrawable' }
