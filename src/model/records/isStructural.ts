import type { Change } from './changes.ts'

/** Whether a change can affect the flow or the posts, or a value added by healing. */
export function isStructural({ kind, root }: Change): boolean {
  return root === 'flowlines' || root === 'posts' || (root === 'steps' && kind !== 'set')
}
