import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import { useSession } from './session.ts'

/** Timeout in ms for saving. */
const patience = 10_000

/**
 * Resolves when the server has all changes of this person, because a revision is made from the
 * server's copy. Throws an error whose message can be shown if that takes too long.
 */
export async function whenSaved(): Promise<void> {
  if (isSaved()) return
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => end(() => reject(new Error(serverTrouble.notSent))), patience)
    const stop = useSession.subscribe(() => {
      if (isSaved()) end(resolve)
    })
    const end = (settle: () => void) => {
      clearTimeout(late)
      stop()
      settle()
    }
  })
}

function isSaved(): boolean {
  return useSession.getState().saveState === 'saved'
}
