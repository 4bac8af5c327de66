import { useCallback, useState } from 'react'
import { Alert, Button, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { CreatedPublication, Publication, PublicationPreview } from '../../protocol/publicationApi.ts'
import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import { sayServerError, ServerError } from '../base/api/httpClient.ts'
import type { RequestState } from '../base/api/useRequest.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useSession } from '../openChart/session.ts'
import { Disclosing } from './Disclosing.tsx'
import { OpenMatters } from './OpenMatters.tsx'
import { PublishedAt } from './PublishedAt.tsx'
import { Preview } from './Preview.tsx'
import { currentOf } from '../openChart/usePublications.ts'
import { PublishLayout } from './PublishLayout.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { ScanOfChart } from './ScanOfChart.tsx'
import type { DisclosureChoice } from './publicationWishOf.ts'
import { chosen, firstChoice, publicationWishOf } from './publicationWishOf.ts'
import { useApi } from '../base/appServices.ts'

interface PublishFormProps {
  readonly chart: Id
  readonly publications: readonly Publication[]
  readonly onPublished: () => void
  readonly onClose: () => void
}

/** The exact public files on the left, the decision on the right. */
export function PublishForm({ chart, publications, onPublished, onClose }: PublishFormProps) {
  const view = useSession((session) => session.view)
  const [choice, setChoice] = useState(() => firstChoice(view))
  const [reason, setReason] = useState('')
  const [despite, setDespite] = useState('')
  const [request, again] = usePreview(chart, choice)
  const { working, refused, made, publish } = usePublishing(chart, again, onPublished)
  if (made) return <PublishedAt link={made.link} onClose={onClose} />
  const previewed =
    request.state === 'loaded' && request.value.choice === choice ? request.value.preview : null
  return (
    <PublishLayout preview={<PreviewOrReason request={request} isOld={previewed === null} again={again} />}>
      <h3>{publicationText.contentStep}</h3>
      <p className="field-help">{publicationText.contentNote}</p>
      <Disclosing
        choice={choice}
        choose={(change) => setChoice((before) => chosen(before, change))}
        reason={reason}
        setReason={setReason}
      />
      {previewed && <ScanOfChart scan={previewed.scan} choice={choice} />}
      {previewed && <OpenMatters open={previewed.open} despite={despite} setDespite={setDespite} />}
      <h3>{publicationText.reviewStep}</h3>
      <ReviewForm
        hindrance={hindranceOf(previewed, choice, { reason, despite })}
        refused={refused}
        act={currentOf(publications) ? publicationText.replace : publicationText.publish}
        working={working}
        hash={previewed?.hash ?? ''}
        onPublish={(reviewedBy) =>
          previewed && void publish({ previewed, choice, reason, despite, reviewedBy })
        }
      />
    </PublishLayout>
  )
}

interface Previewed {
  readonly choice: DisclosureChoice
  readonly preview: PublicationPreview
}

/** Previews the server's copy, so all changes must be saved first. */
function usePreview(chart: Id, choice: DisclosureChoice) {
  const server = useApi().charts
  return useRequest(
    useCallback(async (): Promise<Previewed> => {
      await whenSaved().catch(() => {
        throw new Error(publicationText.notSent)
      })
      return { choice, preview: await server.previewPublication(chart, publicationWishOf(choice)) }
    }, [server, chart, choice]),
  )
}

interface Act {
  readonly previewed: PublicationPreview
  readonly choice: DisclosureChoice
  readonly reason: string
  readonly despite: string
  readonly reviewedBy: string
}

function usePublishing(chart: Id, previewAgain: () => void, onPublished: () => void) {
  const server = useApi().charts
  const [working, setWorking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [made, setMade] = useState<CreatedPublication | null>(null)
  const publish = async ({ previewed, choice, reason, despite, reviewedBy }: Act) => {
    setWorking(true)
    setRefused(null)
    try {
      const why = {
        ...(choice.risks && { reason: reason.trim() }),
        ...(previewed.open.length > 0 && { despite: despite.trim() }),
      }
      setMade(
        await server.publish(chart, {
          ...publicationWishOf(choice),
          reviewedBy,
          ...why,
          hash: previewed.hash,
        }),
      )
      onPublished()
    } catch (error) {
      const isChanged = error instanceof ServerError && error.fault === 'refused'
      setRefused(isChanged ? sayServerError(error) + publicationText.newBytes : sayServerError(error))
      if (isChanged) previewAgain()
    } finally {
      setWorking(false)
    }
  }
  return { working, refused, made, publish }
}

interface PreviewOrReasonProps {
  readonly request: RequestState<Previewed>
  /** Whether the choices have changed since. */
  readonly isOld: boolean
  readonly again: () => void
}

function PreviewOrReason({ request, isOld, again }: PreviewOrReasonProps) {
  if (request.state === 'failed')
    return (
      <Alert
        type="warning"
        showIcon
        title={request.words}
        action={<Button onClick={again}>{serverTrouble.again}</Button>}
      />
    )
  if (request.state === 'loading' || isOld)
    return (
      <Spin description={publicationText.loading}>
        <div className="sheet-waiting" />
      </Spin>
    )
  return <Preview preview={request.value.preview} />
}

/** '' while there is no preview. */
function hindranceOf(
  previewed: PublicationPreview | null,
  { risks }: DisclosureChoice,
  { reason, despite }: { readonly reason: string; readonly despite: string },
): string | null {
  if (previewed === null) return ''
  if (previewed.scan.some(({ blocks }) => blocks)) return publicationText.missing.blocked
  if (risks && reason.trim() === '') return publicationText.missing.reason
  return previewed.open.length > 0 && despite.trim() === '' ? publicationText.missing.despite : null
}
