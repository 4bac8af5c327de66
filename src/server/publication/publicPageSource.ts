/** Gives `publicPages` published bytes and their state, and nothing else of the store. */
import type { PublicPagesParts, PublishedPage } from '../../publicPages/publicPages.ts'
import { noticeMark, pageStyle } from '../../publicationRenderer/publicPage.ts'
import type { KeptPublication, Store } from '../store/tables.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'

export function publicPageSource(context: PublicPageSourceParts): Omit<PublicPagesParts, 'prefix'> {
  const { publications } = context.store
  const picture = drawnOnce(context)
  return {
    style: pageStyle,
    noticeMark,
    find: async (id) => {
      const kept = await publications.find(id)
      return kept && posted(kept, await publications.current(kept.chart))
    },
    bytes: async (id, format) =>
      (await publications.format(id, format)) ?? (format === 'png' ? picture(id) : undefined),
  }
}

function posted(kept: KeptPublication, current: KeptPublication | undefined): PublishedPage {
  const state = kept.withdrawnAt === undefined ? 'replaced' : 'withdrawn'
  return {
    id: kept.id,
    postedOn: chinaDay(kept.at),
    title: kept.title,
    state: current?.id === kept.id ? 'current' : current === undefined ? 'withdrawn' : state,
    current: current?.id,
  }
}

export interface PublicPageSourceParts {
  readonly store: Store
  readonly renderer: PublicationRenderer
  readonly newId: () => string
}

/** Concurrent requests for one picture share one rendering. */
function drawnOnce(context: PublicPageSourceParts): (id: string) => Promise<Uint8Array | undefined> {
  const drawing = new Map<string, Promise<Uint8Array | undefined>>()
  return async (id) => {
    const begun = drawing.get(id) ?? picture(context, id).finally(() => drawing.delete(id))
    drawing.set(id, begun)
    return begun
  }
}

/**
 * Renders the picture at the first request, from the published JSON only, and stores it. So it
 * cannot contain anything that was not previewed.
 */
async function picture(
  { store, renderer }: PublicPageSourceParts,
  id: string,
): Promise<Uint8Array | undefined> {
  const [kept, json] = await Promise.all([store.publications.find(id), store.publications.format(id, 'json')])
  if (!kept || typeof json !== 'string') return undefined
  const png = await renderer.picture(json, kept.view)
  await store.publications.keepPicture(id, png)
  return png
}
