import type { RoomStats } from './rooms/rooms.ts'

/** The numbers of the rooms in the text format of Prometheus. */
export function metrics(stats: RoomStats): string {
  return Object.entries(stats)
    .map(([name, value]) => {
      const metric = `qingquan_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
      return `# TYPE ${metric} gauge\n${metric} ${value}\n`
    })
    .join('')
}
