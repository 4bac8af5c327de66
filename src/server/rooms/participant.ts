import type { Role } from '../../protocol/roles.ts'

/** The person behind a connection, as the ticket says. */
export interface Participant {
  /** Author of changes: a person, or the link that a script uses. */
  readonly person: string
  readonly name: string
  readonly post: string
  readonly role: Role
  /** Id of the session that the connection was made with; absent for programs. */
  readonly session?: string
}
