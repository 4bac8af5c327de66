import { useCallback, useState } from 'react'
import { Alert, Button, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { CreatedPublication, Publication, PublicationPreview } from '../../protocol/api.ts'
import { serverTrouble } from '../../text/screen/history.ts'
import { publicationText } from '../../text/screen/publication.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import { sayServerError, ServerError } from '../base/api/httpClient.ts'
import type { RequestState } from '../base/api/useRequest.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useSession } from '../openChart/session.ts'
import { Disclosing } from './Disclosing.tsx'
import { PublishedAt } from './PublishedAt.tsx'
import { Preview } from './Preview.tsx'
import { currentOf } from '../openChart/usePublications.ts'
import { PublishLayout } from './PublishLayout.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { ScanOfChart } from './ScanOfChart.tsx'
import type { DisclosureChoice } from './publicationWishOf.ts'
import { chosen, firstChoice, publicationWishOf } from './publicationWishOf.ts'
import { useApi } from '../base/appServices.ts'

interface PostingProps {
  readonly chart: Id
  readonly publications: readonly Publication[]
  readonly onPosted: () => void
  readonly onClose: () => void
}

/** On the left exactly what will be public, on the right what is decided about it. */
export function PublishForm({ chart, publications, onPosted, onClose }: PostingProps) {
  const view = useSession((session) => session.view)
  const [choice, setChoice] = useState(() => firstChoice(view))
  const [reason, setReason] = useState('')
  const [asked, again] = useLooking(chart, choice)
  const { working, refused, made, publish } = usePublishing(chart, again, onPosted)
  if (made) return <PublishedAt link={made.link} onClose={onClose} />
  const looked = asked.state === 'there' && asked.value.choice === choice ? asked.value.preview : null
  return (
    <PublishLayout preview={<PreviewOrWhyNot asked={asked} isOld={looked === null} again={again} />}>
      <h3>{publicationText.contentStep}</h3>
      <p className="field-help">{publicationText.contentNote}</p>
      <Disclosing
        choice={choice}
        choose={(change) => setChoice((before) => chosen(before, change))}
        reason={reason}
        setReason={setReason}
      />
      {looked && <ScanOfChart scan={looked.scan} choice={choice} />}
      <h3>{publicationText.reviewStep}</h3>
      <ReviewForm
        hindrance={hindranceOf(looked, choice, reason)}
        refused={refused}
        act={currentOf(publications) ? publicationText.replace : publicationText.publish}
        working={working}
        hash={looked?.hash ?? ''}
        onPublish={(reviewedBy) => looked && void publish({ looked, choice, reason, reviewedBy })}
      />
    </PublishLayout>
  )
}

interface Looked {
  readonly choice: DisclosureChoice
  readonly preview: PublicationPreview
}

/** Made of what the server has: so it must have everything first. */
function useLooking(chart: Id, choice: DisclosureChoice) {
  const server = useApi().charts
  return useRequest(
    useCallback(async (): Promise<Looked> => {
      await whenSaved().catch(() => {
        throw new Error(publicationText.notSent)
      })
      return { choice, preview: await server.previewPublication(chart, publicationWishOf(choice)) }
    }, [server, chart, choice]),
  )
}

interface Act {
  readonly looked: PublicationPreview
  readonly choice: DisclosureChoice
  readonly reason: string
  readonly reviewedBy: string
}

function usePublishing(chart: Id, lookAgain: () => void, onPosted: () => void) {
  const server = useApi().charts
  const [working, setWorking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [made, setMade] = useState<CreatedPublication | null>(null)
  const publish = async ({ looked, choice, reason, reviewedBy }: Act) => {
    setWorking(true)
    setRefused(null)
    try {
      const why = choice.risks ? { reason: reason.trim() } : {}
      setMade(
        await server.publish(chart, { ...publicationWishOf(choice), reviewedBy, ...why, hash: looked.hash }),
      )
      onPosted()
    } catch (error) {
      const isChanged = error instanceof ServerError && error.fault === 'refused'
      setRefused(isChanged ? sayServerError(error) + publicationText.newBytes : sayServerError(error))
      if (isChanged) lookAgain()
    } finally {
      setWorking(false)
    }
  }
  return { working, refused, made, publish }
}

interface PreviewOrWhyNotProps {
  readonly asked: RequestState<Looked>
  /** The person has chosen something else since. */
  readonly isOld: boolean
  readonly again: () => void
}

function PreviewOrWhyNot({ asked, isOld, again }: PreviewOrWhyNotProps) {
  if (asked.state === 'failed')
    return (
      <Alert
        type="warning"
        showIcon
        title={asked.words}
        action={<Button onClick={again}>{serverTrouble.again}</Button>}
      />
    )
  if (asked.state === 'asking' || isOld)
    return (
      <Spin description={publicationText.loading}>
        <div className="sheet-waiting" />
      </Spin>
    )
  return <Preview preview={asked.value.preview} />
}

/** '' while there is nothing yet to be looked at. */
function hindranceOf(
  looked: PublicationPreview | null,
  { risks }: DisclosureChoice,
  reason: string,
): string | null {
  if (looked === null) return ''
  if (looked.scan.some(({ blocks }) => blocks)) return publicationText.missing.blocked
  return risks && reason.trim() === '' ? publicationText.missing.reason : null
}
