/** One after another; one that fails does not stop the rest, and is named at the end. */

export interface BatchItem {
  readonly id: string
  readonly title: string
}

export type BatchResult<T> = BatchItem &
  ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string })

export interface BatchHands<T> {
  readonly work: (item: BatchItem) => Promise<T>
  readonly sayError: (error: unknown) => string
  readonly onProgress: (done: readonly BatchResult<T>[]) => void
  readonly isStopped: () => boolean
}

export async function runBatch<T>(
  items: readonly BatchItem[],
  { work, sayError, onProgress, isStopped }: BatchHands<T>,
): Promise<readonly BatchResult<T>[]> {
  const results: BatchResult<T>[] = []
  for (const item of items) {
    if (isStopped()) break
    try {
      results.push({ ...item, ok: true, value: await work(item) })
    } catch (error) {
      results.push({ ...item, ok: false, why: sayError(error) })
    }
    onProgress([...results])
  }
  return results
}
