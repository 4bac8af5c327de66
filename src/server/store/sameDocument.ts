/** Compares two documents: same known edits, same deletions, same readable content. */
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'

export function isSameDocument(a: Y.Doc, b: Y.Doc): boolean {
  return (
    isWhole(a) &&
    isWhole(b) &&
    Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) &&
    isDeepStrictEqual(contentOf(a), contentOf(b))
  )
}

/** True if the document has no pending structs. */
export function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}

function contentOf(doc: Y.Doc): unknown {
  const roots = [...doc.share.keys()].sort()
  return roots.map((name) => [name, doc.getMap(name).toJSON() as unknown])
}
