import type { Collaborator } from '../../collab/collaborators.ts'
import { collaboratorText as words } from '../../text/screen/together.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { colourOf, nameOf, useOthers } from '../openChart/collaborators.ts'
import './People.css'
import '../base/avatar.css'

/** Maximum number of people shown; the rest are counted. */
const shown = 4

/** The people in this chart; a click follows one's view. */
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

/** The last two characters of a name, which fit the avatar. */
function shortNameOf(other: Collaborator): string {
  return Array.from(nameOf(other)).slice(-2).join('')
}
