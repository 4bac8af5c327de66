/** Dispatches the commands of a connection (frame 103). */
import { z } from 'zod'
import type { Role } from '../protocol/roles.ts'
import { reviewCommand } from './api/reviewRoutes.ts'
import type { Reviews } from './reviews.ts'

interface Asking {
  readonly person: string
  readonly name: string
  readonly post: string
  readonly role: Role
}

const command = z.object({ do: z.literal('review'), command: reviewCommand })

/** Invalid commands are answered with `ok: false` and a code; nothing is thrown for them. */
export function openCommands({ reviews }: { readonly reviews: Reviews }) {
  return async (chart: string, { person: id, name, post, role }: Asking, body: unknown): Promise<object> => {
    const read = command.safeParse(body)
    if (!read.success) return { ok: false, code: 'bad-command' }
    return reviews.give(chart, read.data.command, { id, name, post }, role)
  }
}
