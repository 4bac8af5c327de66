import type { Change } from './changes.ts'

/** Whether a change can move the flow or the posts, or touches what only reading has put there. */
export function isStructural({ kind, root }: Change): boolean {
  return root === 'flowlines' || root === 'posts' || (root === 'steps' && kind !== 'set')
}
