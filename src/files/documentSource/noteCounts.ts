import type { SourceNote } from '../../text/messages/intake.ts'

/** Counts what a reader leaves out, by kind. */
export interface NoteCounts {
  readonly add: (note: SourceNote['note'], words?: string, count?: number) => void
  readonly notes: () => readonly SourceNote[]
}

export function countNotes(): NoteCounts {
  const found = new Map<
    string,
    { readonly note: SourceNote['note']; readonly words?: string; count: number }
  >()
  return {
    add: (note, words, count = 1) => {
      const key = `${note} ${words ?? ''}`
      const so = found.get(key)
      if (so) so.count += count
      else found.set(key, { note, ...(words !== undefined && { words }), count })
    },
    notes: () => [...found.values()].map(({ count, ...note }) => ({ ...note, other: count })),
  }
}
