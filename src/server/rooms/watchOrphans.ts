/**
 * Names what goes out of sight because its owner is gone, though whoever removed the owner did not
 * know of it: a risk on a removed step or post, a measure of removed risks, a removed post of a step.
 * Whoever knows of them removes them by name, in the same edit.
 */
import * as Y from 'yjs'
import type { MergeConflict } from '../../protocol/api.ts'
import { readRecords } from '../../doc/readRecords.ts'
import { mergedPosts } from '../../model/records/mergedPosts.ts'
import type { OwnerOf } from './watchMerges.ts'
import { itemsIn } from './yjsInternals.ts'

/** What is owned, by which fields, and which of them is named as lost. */
const owned = [
  { root: 'risks', owners: { step: 'steps', post: 'posts' }, says: 'text' },
  { root: 'measures', owners: { risks: 'risks' }, says: 'text' },
  { root: 'steps', owners: { posts: 'posts' }, says: 'posts' },
] as const

type Owned = (typeof owned)[number]

/** Starts listening. Returns a function that answers what has lost its owner since its last call. */
export function watchOrphans(doc: Y.Doc, ownerOf: OwnerOf): (by: string) => readonly MergeConflict[] {
  const news = openNews(doc)
  return (by) => {
    const { came, went } = news.taken()
    return owned.flatMap((kind) => {
      const owners = Object.values(kind.owners)
      const all = owners.some((root) => went[root].size > 0) ? doc.getMap(kind.root).keys() : []
      const stands = openStanding(doc)
      return [...new Set([...came[kind.root], ...all])].flatMap((id) => {
        const record = doc.getMap(kind.root).get(id)
        if (!(record instanceof Y.Map)) return []
        const isNew = came[kind.root].has(id)
        const isMet = isNew || ownersOf(kind, record).some(([root, owner]) => went[root].has(owner))
        return isMet && isOrphan(kind, record, stands)
          ? [lostBy({ kind, id, record, ownerOf }, isNew ? '' : by)]
          : []
      })
    })
  }
}

type Root = 'steps' | 'posts' | 'risks' | 'measures'

type Ids = { readonly [R in Root]: Set<string> }

/** Records that came or were written into, and records that went. */
function openNews(doc: Y.Doc): { readonly taken: () => { readonly came: Ids; readonly went: Ids } } {
  let [came, went] = [noIds(), noIds()]
  for (const root of ['steps', 'posts', 'risks', 'measures'] as const) {
    const map = doc.getMap(root)
    map.observeDeep((events, { local }) => {
      if (local) return
      for (const { target, path, keys } of events) {
        if (target === map) for (const id of keys.keys()) (map.has(id) ? came : went)[root].add(id)
        else if (root !== 'steps' || keys.has('posts')) came[root].add(String(path[0]))
      }
    })
  }
  return {
    taken: () => {
      const all = { came, went }
      ;[came, went] = [noIds(), noIds()]
      return all
    },
  }
}

function noIds(): Ids {
  return { steps: new Set(), posts: new Set(), risks: new Set(), measures: new Set() }
}

function ownersOf({ owners }: Owned, record: Y.Map<unknown>): readonly (readonly [Root, string])[] {
  return Object.entries(owners).flatMap(([field, root]) => {
    const value = record.get(field)
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value]
    return ids.flatMap((id) => (typeof id === 'string' ? [[root as Root, id] as const] : []))
  })
}

/** A post that was merged into another stands in that one. */
function openStanding(doc: Y.Doc): (root: Root, id: string) => boolean {
  let merged: ReturnType<typeof mergedPosts> | undefined
  return (root, id) => {
    if (doc.getMap(root).has(id)) return true
    if (root !== 'posts' || doc.getMap('postMerges').size === 0) return false
    merged ??= mergedPosts(readRecords(doc))
    const today = merged.today(id)
    return doc.getMap('posts').has(today) || merged.broughtBack.some((post) => post.id === today)
  }
}

/** A risk and a measure need one owner; a step is to have all its posts. */
function isOrphan(kind: Owned, record: Y.Map<unknown>, stands: ReturnType<typeof openStanding>): boolean {
  const standing = ownersOf(kind, record).map(([root, id]) => stands(root, id))
  if (kind.root === 'steps') return standing.includes(false)
  return standing.length > 0 && !standing.includes(true)
}

interface Orphan {
  readonly kind: Owned
  readonly id: string
  readonly record: Y.Map<unknown>
  readonly ownerOf: OwnerOf
}

function lostBy({ kind, id, record, ownerOf }: Orphan, remover: string): MergeConflict {
  const field = kind.says
  const item = itemsIn(record).get(field)
  const value = record.get(field)
  return {
    root: kind.root,
    id,
    field,
    kept: { by: remover },
    lost: { by: (item && ownerOf(item.id.client)) ?? '', ...(value !== undefined && { value }) },
  }
}
