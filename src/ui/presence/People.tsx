import type { Collaborator } from '../../collab/collaborators.ts'
import { collaboratorText as words } from '../../text/screen/together.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { colourOf, nameOf, useOthers } from '../openChart/collaborators.ts'
import './People.css'
import '../base/avatar.css'

/** So many are shown; the rest are counted. */
const shown = 4

/** Who is here; a click follows what they look at. */
export function People() {
  const others = useOthers()
  return (
    <ul className="people" aria-label={words.here}>
      {others.slice(0, shown).map((other) => (
        <Avatar key={other.client} other={other} />
      ))}
      {others.length > shown && <li title={words.more(others.length - shown)}>+{others.length - shown}</li>}
    </ul>
  )
}

function Avatar({ other }: { readonly other: Collaborator }) {
  const following = useSession((session) => session.following === other.client)
  const who = [nameOf(other), other.post].filter((part) => part !== '').join(' · ')
  return (
    <li>
      <button
        type="button"
        className="avatar"
        style={{ background: colourOf(other) }}
        aria-label={words.follow(who)}
        title={words.follow(who)}
        aria-pressed={following}
        onClick={() => setSession({ following: following ? null : other.client })}
      >
        {shortNameOf(other)}
      </button>
    </li>
  )
}

/** Two characters are enough for most names, and fit. */
function shortNameOf(other: Collaborator): string {
  return Array.from(nameOf(other)).slice(-2).join('')
}
