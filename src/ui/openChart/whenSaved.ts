import { historyText } from '../../text/screen/history.ts'
import { useSession } from './session.ts'

/** ms; what the server has not got by then does not come soon. */
const patience = 10_000

/**
 * Resolved once the server has everything that this person did: a revision is made of what
 * it has. Throws the sentence for the person where it does not get it.
 */
export async function whenSaved(): Promise<void> {
  if (isSaved()) return
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => end(() => reject(new Error(historyText.notSent))), patience)
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
