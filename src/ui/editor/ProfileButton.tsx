import { Suspense } from 'react'
import { lazyPart } from '../base/lazyPart.tsx'
import { collaboratorText as words } from '../../text/screen/together.ts'
import { useAppServices } from '../base/appServices.ts'
import { setSession, useSession } from '../openChart/session.ts'
import '../base/avatar.css'
import './ProfileButton.css'

const PersonDialog = lazyPart(async () => (await import('./PersonDialog.tsx')).PersonDialog)

/** Shows the name that others see and opens its dialog. Never prompts while drawing. */
export function ProfileButton() {
  const { person } = useAppServices()
  const metServer = useSession((session) => session.metServer)
  const isOpen = useSession((session) => session.dialog === 'person')
  if (!metServer) return null
  const name = person.read()?.name ?? ''
  const label = name === '' ? words.meUnsigned : words.me(name)
  return (
    <>
      <button
        type="button"
        className="avatar avatar-me"
        aria-label={label}
        title={label}
        onClick={() => setSession({ dialog: 'person' })}
      >
        {name === '' ? words.unsigned : Array.from(name).slice(-2).join('')}
      </button>
      {isOpen && (
        <Suspense>
          <PersonDialog onClose={() => setSession({ dialog: null })} />
        </Suspense>
      )}
    </>
  )
}
