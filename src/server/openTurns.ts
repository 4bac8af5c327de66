/** Work under one key is done one after the other; under different keys side by side. */
export interface Turns {
  readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T>
}

export function openTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    run: async (key, work) => {
      const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
      last.set(key, turn)
      try {
        return await turn
      } finally {
        if (last.get(key) === turn) last.delete(key)
      }
    },
  }
}
