import { closing } from '../../protocol/closing.ts'
import type { Role } from '../../protocol/roles.ts'
import type { RoomConnection } from './roomConnection.ts'

export interface RoleAskerParts {
  readonly chart: string
  readonly roleOf: (person: string, chart: string) => Promise<Role | undefined>
  readonly report: (error: unknown) => void
}

/**
 * Asks for roles asynchronously; only the answer to the latest question of a connection
 * counts. If asking fails, the connection ends and may come back later.
 */
export function roleAsker({
  chart,
  roleOf,
  report,
}: RoleAskerParts): (connection: RoomConnection) => Promise<void> {
  const asked = new WeakMap<RoomConnection, number>()
  return async (connection) => {
    const question = (asked.get(connection) ?? 0) + 1
    asked.set(connection, question)
    try {
      const role = await roleOf(connection.participant().person, chart)
      if (asked.get(connection) === question && connection.socket.isOpen()) connection.setRole(role)
    } catch (error) {
      report(error)
      connection.socket.end(closing.tryLater)
    }
  }
}
