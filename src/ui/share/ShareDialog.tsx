/**
 * Share links of a chart: create (shown once), list with uses, revoke. The server allows only
 * owners; others see whom to ask.
 */
import { useCallback, useState } from 'react'
import { Alert, Button, Modal, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { CreatedLink } from '../../protocol/api.ts'
import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import { roleName, shareText } from '../../text/screen/share.ts'
import type { ServerFault } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useEscape } from '../base/useEscape.ts'
import { LinkList } from './LinkList.tsx'
import { ShownLink } from '../base/ShownLink.tsx'
import { NewLinkForm } from './NewLinkForm.tsx'
import { useApi } from '../base/appServices.ts'
import './ShareDialog.css'

interface ShareDialogProps {
  readonly chart: Id
  readonly onClose: () => void
}

export function ShareDialog({ chart, onClose }: ShareDialogProps) {
  useEscape(onClose)
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={620}
      title={shareText.heading}
      footer={null}
      onCancel={onClose}
    >
      <Sharing chart={chart} />
    </Modal>
  )
}

function Sharing({ chart }: { readonly chart: Id }) {
  const server = useApi().charts
  const [made, setMade] = useState<CreatedLink | null>(null)
  const [links, again] = useRequest(useCallback(async () => server.links(chart), [server, chart]))
  switch (links.state) {
    case 'loading':
      return (
        <Spin description={shareText.loading}>
          <div className="share-waiting" />
        </Spin>
      )
    case 'failed':
      return (
        <Alert
          type="info"
          showIcon
          title={sayWhyNot(links.fault, links.words)}
          action={<Button onClick={again}>{serverTrouble.again}</Button>}
        />
      )
    case 'loaded':
      return (
        <div className="share">
          <NewLinkForm
            chart={chart}
            onMade={(link) => {
              setMade(link)
              again()
            }}
          />
          {made && <ShownLink key={made.id} {...made} kind={roleName[made.role]} label={shareText.heading} />}
          <LinkList chart={chart} links={links.value} onChanged={again} />
        </div>
      )
  }
}

function sayWhyNot(fault: ServerFault | undefined, words: string): string {
  if (fault === 'no-right') return shareText.onlyOwners
  return fault === 'not-found' || fault === 'not-signed-in' ? shareText.notThere : words
}
