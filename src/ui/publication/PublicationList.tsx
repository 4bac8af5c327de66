import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { Publication } from '../../protocol/publicationApi.ts'
import { momentWords } from '../../text/screen/history.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useSession } from '../openChart/session.ts'
import { mayPublish } from '../openChart/usePublications.ts'
import './PublicationList.css'

interface PublicationListProps {
  readonly chart: Id
  readonly publications: readonly Publication[]
  readonly onChanged: () => void
}

/** All publications, newest first. */
export function PublicationList({ chart, publications, onChanged }: PublicationListProps) {
  if (publications.length === 0) return <p className="field-help">{publicationText.none}</p>
  return (
    <ol className="publications" aria-label={publicationText.record}>
      {publications.map((one, at) => (
        <OnePublication
          key={one.id}
          chart={chart}
          publication={one}
          next={publications[at - 1]}
          onChanged={onChanged}
        />
      ))}
    </ol>
  )
}

interface OnePublicationProps extends Pick<PublicationListProps, 'chart' | 'onChanged'> {
  readonly publication: Publication
  /** The publication that replaced it. */
  readonly next: Publication | undefined
}

function OnePublication({ chart, publication, next, onChanged }: OnePublicationProps) {
  const may = useSession(({ access }) => mayPublish(access))
  const withdraw = useWithdrawal(chart, publication, onChanged)
  const { state, stale, title, link } = publication
  return (
    <li>
      <div className="publication-head">
        <strong>{title}</strong>
        <span className={state === 'current' ? 'mark-word' : 'mark-word mark-off'}>
          {publicationText.state[state]}
        </span>
        {stale && <span className="mark-word mark-off">{publicationText.stale}</span>}
        <span className="grow" />
        {state === 'current' && (
          <Button size="small" type="link" href={link} target="_blank" rel="noreferrer">
            {publicationText.open}
          </Button>
        )}
        {state === 'current' && may && (
          <Button size="small" type="text" danger onClick={withdraw}>
            {publicationText.withdraw}
          </Button>
        )}
      </div>
      <Facts publication={publication} next={next} />
    </li>
  )
}

function useWithdrawal(chart: Id, { id, title }: Publication, onChanged: () => void): () => void {
  const { message, modal } = useToasts()
  const server = useApi().charts
  return () =>
    modal.confirm({
      title: publicationText.withdrawAsk(title),
      content: publicationText.withdrawNote,
      okText: publicationText.withdraw,
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await server.withdraw(chart, id)
          void message.success(publicationText.withdrawn)
          onChanged()
        } catch (error) {
          void message.error({ content: sayServerError(error), duration: 8 })
        }
      },
    })
}

/** The first characters of a hash or id, for comparing by eye. */
const shownLength = 12

function Facts({ publication, next }: Pick<OnePublicationProps, 'publication' | 'next'>) {
  const { now } = useAppServices()
  const today = new Date(now())
  const moment = (at: number) => momentWords(new Date(at), today)
  const { at, withdrawnAt, reviewedBy, approver, reason, revision, hash } = publication
  const ends = [withdrawnAt, next?.at].filter((end) => end !== undefined)
  const from = moment(at)
  return (
    <>
      <p>
        {[
          ends.length === 0
            ? publicationText.since(from)
            : publicationText.span(from, moment(Math.min(...ends))),
          publicationText.reviewedWas(reviewedBy),
          publicationText.approverWas(approver),
        ].join(' · ')}
      </p>
      {reason !== undefined && <p>{publicationText.reasonWas(reason)}</p>}
      <p className="publication-marks">
        <span title={revision}>{publicationText.revisionWas(revision.slice(0, shownLength))}</span>
        {' · '}
        <span title={hash}>{publicationText.hashWas(hash.slice(0, shownLength))}</span>
      </p>
    </>
  )
}
