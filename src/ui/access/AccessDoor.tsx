import { Suspense, useCallback, useState } from 'react'
import { Alert, Button } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { accessText } from '../../text/screen/accessText.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useRequest } from '../base/api/useRequest.ts'
import './AccessDoor.css'

const AccessDialog = lazyPart(async () => (await import('./AccessDialog.tsx')).AccessDialog)

/** Button for links and sessions of a signed-in person. Tells a new administrator what to do first. */
export function AccessDoor() {
  const { access } = useApi()
  const { person } = useAppServices()
  const [isOpen, setIsOpen] = useState(false)
  const read = useCallback(async () => {
    // A person without a name came by no link, so the request is skipped.
    if (!person.read()) return null
    const me = await access.me()
    const links = me.administrator ? await access.links() : []
    return { me, isNew: me.administrator && !links.some(({ scope }) => scope === 'unit') }
  }, [access, person])
  const [asked, again] = useRequest(read)
  if (asked.state !== 'loaded' || asked.value === null) return null
  const { me, isNew } = asked.value
  const open = () => setIsOpen(true)
  return (
    <>
      {isNew ? (
        <Alert
          className="access-first-steps"
          type="info"
          showIcon
          title={accessText.firstSteps}
          action={<Button onClick={open}>{accessText.firstStepsDoor}</Button>}
        />
      ) : (
        <Button type="text" onClick={open}>
          {accessText.open}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <AccessDialog
            me={me}
            onClose={() => {
              setIsOpen(false)
              again()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
