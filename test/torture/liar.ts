/** `node liar.ts DATA_DIR PORT`: the server as it is, but for one line: it acknowledges before it has written. */
import { registerHooks } from 'node:module'

const honest = 'if (entries.length > 0) await log.append(entries)'
const lying = 'if (entries.length > 0) void log.append(entries).catch(() => undefined)'

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!url.endsWith('/src/server/rooms/writer.ts')) return loaded
    const source = textOf(loaded.source)
    if (!source.includes(honest)) throw new Error('the line that waits for the log is not found')
    return { ...loaded, source: source.replace(honest, lying) }
  },
})

await import('./child.ts')

function textOf(source: unknown): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source as Uint8Array)
}
