/**
 * Charts over HTTP. Every call returns the type that api.ts declares, or throws a ServerError
 * whose message can be shown to people.
 */
import type {
  ChartListing,
  CreatedLink,
  LinkTerms,
  JournalPage,
  KeptConflict,
  KeptPast,
  ListedChart,
  NewLink,
  Revision,
  RevisionKind,
  ShareLink,
} from '../../../protocol/api.ts'
import type {
  CreatedPublication,
  NewPublication,
  Publication,
  PublicationPreview,
  PublicationWish,
} from '../../../protocol/publicationApi.ts'
import type { Id } from '../../../model/chart.ts'
import { absoluteLink } from './absoluteLink.ts'
import { apiPath, type HttpClient } from './httpClient.ts'

export interface KeptJournal extends JournalPage {
  readonly kept: KeptPast
}

export interface ChartApi {
  readonly list: () => Promise<readonly ListedChart[]>
  readonly listTrash: () => Promise<readonly ListedChart[]>
  /** Returns the chart file as it is now. */
  readonly file: (chart: Id) => Promise<string>
  /** Title, folder and template, without opening the chart. */
  readonly change: (chart: Id, listing: ChartListing) => Promise<void>
  /** Moves the chart to the trash, where it stays for 30 days. */
  readonly remove: (chart: Id) => Promise<void>
  readonly putBack: (chart: Id) => Promise<void>
  readonly links: (chart: Id) => Promise<readonly ShareLink[]>
  readonly makeLink: (chart: Id, link: NewLink) => Promise<CreatedLink>
  readonly changeLink: (chart: Id, link: Id, terms: LinkTerms) => Promise<void>
  readonly revokeLink: (chart: Id, link: Id) => Promise<void>
  /** Newest first. */
  readonly revisions: (chart: Id) => Promise<readonly Revision[]>
  readonly keepRevision: (chart: Id, name: string, kind: RevisionKind) => Promise<Revision>
  /** Returns the chart file of a revision. */
  readonly revision: (chart: Id, revision: Id) => Promise<string>
  /** Changes after `since` (ms since 1970), newest first. */
  readonly journal: (chart: Id, since: number) => Promise<KeptJournal>
  /** What merging overruled, newest first. */
  readonly conflicts: (chart: Id) => Promise<readonly KeptConflict[]>
  /** All publications, newest first. */
  readonly publications: (chart: Id) => Promise<readonly Publication[]>
  readonly previewPublication: (chart: Id, wish: PublicationWish) => Promise<PublicationPreview>
  readonly publish: (chart: Id, publication: NewPublication) => Promise<CreatedPublication>
  readonly withdraw: (chart: Id, publication: Id) => Promise<void>
}

export function openChartApi({ json, text }: HttpClient): ChartApi {
  const done = async (method: 'POST' | 'DELETE', path: string) => void (await text(method, path))
  return {
    list: async () => (await json<{ charts: ListedChart[] }>('GET', '/api/charts')).charts,
    listTrash: async () => (await json<{ charts: ListedChart[] }>('GET', '/api/charts?bin=1')).charts,
    file: async (chart) => text('GET', apiPath(chart)),
    change: async (chart, listing) => void (await text('PATCH', apiPath(chart), listing)),
    remove: async (chart) => done('DELETE', apiPath(chart)),
    putBack: async (chart) => done('POST', apiPath(chart, '/putBack')),
    links: async (chart) => (await json<{ links: ShareLink[] }>('GET', apiPath(chart, '/links'))).links,
    makeLink: async (chart, link) =>
      absoluteLink(await json<CreatedLink>('POST', apiPath(chart, '/links'), link)),
    changeLink: async (chart, link, terms) =>
      void (await text('PATCH', apiPath(chart, `/links/${encodeURIComponent(link)}`), terms)),
    revokeLink: async (chart, link) => done('DELETE', apiPath(chart, `/links/${encodeURIComponent(link)}`)),
    revisions: async (chart) =>
      (await json<{ revisions: Revision[] }>('GET', apiPath(chart, '/revisions'))).revisions,
    keepRevision: async (chart, name, kind) => json('POST', apiPath(chart, '/revisions'), { name, kind }),
    revision: async (chart, revision) =>
      text('GET', apiPath(chart, `/revisions/${encodeURIComponent(revision)}`)),
    journal: async (chart, since) => json('GET', apiPath(chart, `/journal?since=${since}`)),
    conflicts: async (chart) =>
      (await json<{ conflicts: KeptConflict[] }>('GET', apiPath(chart, '/conflicts'))).conflicts,
    publications: async (chart) =>
      (await json<{ publications: Publication[] }>('GET', apiPath(chart, '/publications'))).publications.map(
        absoluteLink,
      ),
    previewPublication: async (chart, wish) => json('POST', apiPath(chart, '/publications/preview'), wish),
    publish: async (chart, publication) =>
      absoluteLink(await json<CreatedPublication>('POST', apiPath(chart, '/publications'), publication)),
    withdraw: async (chart, publication) =>
      done('DELETE', apiPath(chart, `/publications/${encodeURIComponent(publication)}`)),
  }
}
