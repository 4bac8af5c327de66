import { useCallback } from 'react'
import { Button } from 'antd'
import type { ListedSession } from '../../protocol/api.ts'
import { accessText } from '../../text/screen/accessText.ts'
import { momentWords } from '../../text/screen/history.ts'
import { shareText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useToasts } from '../base/toastContext.ts'

/** Signed-in browsers: all for an administrator, otherwise one's own. */
export function SessionList() {
  const { access } = useApi()
  const { now } = useAppServices()
  const [sessions, again] = useRequest(useCallback(async () => access.sessions(), [access]))
  const { end } = useEndingSession(again)
  if (sessions.state === 'failed') return <p role="alert">{sessions.words}</p>
  if (sessions.state === 'loading') return <p>{accessText.loading}</p>
  const today = new Date(now())
  return (
    <section aria-label={accessText.sessions}>
      <h3>{accessText.sessions}</h3>
      <ul>
        {sessions.value.map((session) => (
          <li key={session.id}>
            {accessText.session(
              shareText.who(session.name, session.post),
              momentWords(new Date(session.seenAt), today),
            )}{' '}
            {session.administrator && <span className="mark-word">{accessText.administrator}</span>}{' '}
            {session.mine && <span className="mark-word">{accessText.thisBrowser}</span>}{' '}
            <Button size="small" type="text" danger onClick={() => end(session)}>
              {session.mine ? accessText.logOut : accessText.endSession}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useEndingSession(onEnded: () => void) {
  const { access } = useApi()
  const { message, modal } = useToasts()
  const ended = async ({ id, mine }: ListedSession) => {
    try {
      await (mine ? access.logOut() : access.endSession(id))
      if (mine) location.assign('/')
      onEnded()
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
  }
  return {
    end: (session: ListedSession) =>
      modal.confirm({
        title: session.mine
          ? accessText.logOut
          : accessText.endAsk(shareText.who(session.name, session.post)),
        content: session.mine ? accessText.logOutNote : accessText.endNote,
        okText: session.mine ? accessText.logOut : accessText.endSession,
        okButtonProps: { danger: true },
        onOk: async () => ended(session),
      }),
  }
}
