import type { Health } from './health.ts'
import type { ServerContext } from './serverContext.ts'

type Numbers = Readonly<Record<string, number>>

/** What a server measures of itself; no content, no name. */
export async function measured(
  { rooms, jobs }: Pick<ServerContext, 'rooms' | 'jobs'>,
  health: () => Promise<Health>,
): Promise<Numbers> {
  const { rss, heapUsed } = process.memoryUsage()
  const { ok } = await health()
  return {
    ...rooms.stats(),
    ...jobs.stats(),
    healthy: ok ? 1 : 0,
    memoryBytes: rss,
    heapBytes: heapUsed,
    uptimeSeconds: Math.round(process.uptime()),
  }
}

/** Numbers in the text format of Prometheus. */
export function metrics(numbers: Numbers): string {
  return Object.entries(numbers)
    .map(([name, value]) => {
      const metric = `qingquan_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
      return `# TYPE ${metric} gauge\n${metric} ${value}\n`
    })
    .join('')
}
