/** Runs a batch sequentially. A failing item does not stop the others and is reported at the end. */

export type BatchResult<Item, T> = Item &
  ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string })

export interface BatchHands<Item, T> {
  readonly work: (item: Item) => Promise<T>
  readonly sayError: (error: unknown) => string
  readonly onProgress?: (done: readonly BatchResult<Item, T>[]) => void
  readonly isStopped?: () => boolean
}

/**
 * Results in item order; fewer if the batch was stopped. `sayError` may rethrow an error it has no
 * sentence for, which ends the batch.
 */
export async function runBatch<Item extends object, T>(
  items: readonly Item[],
  { work, sayError, onProgress, isStopped }: BatchHands<Item, T>,
): Promise<readonly BatchResult<Item, T>[]> {
  const results: BatchResult<Item, T>[] = []
  for (const item of items) {
    if (isStopped?.() === true) break
    try {
      results.push({ ...item, ok: true, value: await work(item) })
    } catch (error) {
      results.push({ ...item, ok: false, why: sayError(error) })
    }
    onProgress?.([...results])
  }
  return results
}
