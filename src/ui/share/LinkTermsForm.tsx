import { useState } from 'react'
import { Button, Checkbox } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { ShareLink } from '../../protocol/api.ts'
import { shareText } from '../../text/screen/share.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { formOf, readTerms, type TermsForm } from './linkForm.ts'
import { LinkLimits } from './LinkLimits.tsx'
import { LinkName } from './LinkName.tsx'

interface LinkTermsFormProps {
  readonly chart: Id
  readonly link: ShareLink
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Name, end, uses and password of a link that there is; the server says what cannot be. */
export function LinkTermsForm({ chart, link, onChanged, onClose }: LinkTermsFormProps) {
  const server = useApi().charts
  const { now } = useAppServices()
  const { message } = useToasts()
  const [form, setForm] = useState(() => formOf(link))
  const [working, setWorking] = useState(false)
  const put = (change: Partial<TermsForm>) => setForm((before) => ({ ...before, ...change }))
  const save = async () => {
    const read = readTerms(form, link, now())
    if (!read.ok) return void message.warning(shareText.wrong[read.wrong])
    setWorking(true)
    try {
      await server.changeLink(chart, link.id, read.terms)
      onChanged()
      onClose()
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    } finally {
      setWorking(false)
    }
  }
  return (
    <form
      className="share-form"
      aria-label={shareText.changeTerms(link.name || shareText.unnamed)}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="share-name">
        <LinkName form={form} put={put} />
        <Button type="primary" htmlType="submit" loading={working}>
          {shareText.saveTerms}
        </Button>
        <Button onClick={onClose}>{shareText.cancel}</Button>
      </div>
      <LinkLimits
        form={form}
        put={put}
        passwordHint={link.hasPassword ? shareText.passwordStays : shareText.passwordHint}
      />
      {link.hasPassword && (
        <Checkbox
          checked={form.dropsPassword}
          onChange={(event) => put({ dropsPassword: event.target.checked })}
        >
          {shareText.dropPassword}
        </Checkbox>
      )}
    </form>
  )
}
