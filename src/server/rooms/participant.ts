import type { Role } from '../../protocol/roles.ts'

/** Who is at the other end of a connection, as the ticket says. */
export interface Participant {
  /** Id that work is put down to: a person, or the link that a script uses. */
  readonly person: string
  readonly name: string
  readonly post: string
  readonly role: Role
}
