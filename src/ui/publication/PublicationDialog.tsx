/**
 * 公开: previews the exact public bytes, records the reviewer, publishes; lists all publications.
 * Others than owners see the reason why they may not publish, and the list.
 */
import { useCallback, useState } from 'react'
import { Alert, Modal, Segmented } from 'antd'
import type { Id } from '../../model/chart.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { RequestFailure } from '../base/RequestFailure.tsx'
import { useRequest } from '../base/api/useRequest.ts'
import { useSession } from '../openChart/session.ts'
import { useEscape } from '../base/useEscape.ts'
import { PublishForm } from './PublishForm.tsx'
import { PublicationList } from './PublicationList.tsx'
import { mayPublish, readPublications, usePublications } from '../openChart/usePublications.ts'
import { useApi } from '../base/appServices.ts'
import './PublicationDialog.css'

type Tab = 'act' | 'record'

interface PostingDialogProps {
  readonly chart: Id
  readonly onClose: () => void
}

export function PublicationDialog({ chart, onClose }: PostingDialogProps) {
  useEscape(onClose)
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={1120}
      title={publicationText.heading}
      footer={null}
      onCancel={onClose}
    >
      <Inside chart={chart} onClose={onClose} />
    </Modal>
  )
}

function Inside({ chart, onClose }: PostingDialogProps) {
  const server = useApi().charts
  const access = useSession((session) => session.access)
  const [tab, setTab] = useState<Tab>('act')
  const [asked, again] = useRequest(useCallback(async () => readPublications(server, chart), [server, chart]))
  // Read from the shared list, which the note in the editor may have updated.
  const publications = usePublications(chart)
  if (access === null) return <Alert type="info" showIcon title={publicationText.notThere} />
  if (asked.state !== 'loaded') return <RequestFailure request={asked} again={again} />
  if (!mayPublish(access))
    return (
      <div className="publication-record">
        <Alert type="info" showIcon title={publicationText.onlyOwners} />
        <PublicationList chart={chart} publications={publications} onChanged={again} />
      </div>
    )
  const tabs = [
    { value: 'act' as const, label: publicationText.act },
    { value: 'record' as const, label: `${publicationText.record} ${publications.length}` },
  ]
  return (
    <>
      <Segmented aria-label={publicationText.heading} value={tab} options={tabs} onChange={setTab} />
      {tab === 'act' ? (
        <PublishForm chart={chart} publications={publications} onPublished={again} onClose={onClose} />
      ) : (
        <div className="publication-record">
          <PublicationList chart={chart} publications={publications} onChanged={again} />
        </div>
      )}
    </>
  )
}
