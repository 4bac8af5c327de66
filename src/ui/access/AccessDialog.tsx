/** 链接和登录: the unit links (administrators only) and the signed-in browsers. */
import { useCallback, useState } from 'react'
import { Modal } from 'antd'
import type { CreatedUnitLink, Myself } from '../../protocol/api.ts'
import { accessText } from '../../text/screen/accessText.ts'
import { useApi } from '../base/appServices.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useEscape } from '../base/useEscape.ts'
import { ShownLink } from '../base/ShownLink.tsx'
import { NewUnitLinkForm } from './NewUnitLinkForm.tsx'
import { SessionList } from './SessionList.tsx'
import { UnitLinkList } from './UnitLinkList.tsx'

interface AccessDialogProps {
  readonly me: Myself
  readonly onClose: () => void
}

export function AccessDialog({ me, onClose }: AccessDialogProps) {
  useEscape(onClose)
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={720}
      title={accessText.heading}
      footer={null}
      onCancel={onClose}
    >
      {me.administrator && <Links />}
      <SessionList />
    </Modal>
  )
}

function Links() {
  const { access } = useApi()
  const [made, setMade] = useState<CreatedUnitLink | null>(null)
  const [links, again] = useRequest(useCallback(async () => access.links(), [access]))
  const onMade = (link: CreatedUnitLink) => {
    setMade(link)
    again()
  }
  return (
    <>
      <NewUnitLinkForm onMade={onMade} />
      {made && (
        <ShownLink
          key={made.id}
          {...made}
          kind={accessText.scopeShort[made.scope]}
          label={accessText.links}
        />
      )}
      {links.state === 'failed' && <p role="alert">{links.words}</p>}
      {links.state === 'loaded' && <UnitLinkList links={links.value} onChanged={again} onMade={onMade} />}
    </>
  )
}
