import { useState } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { CreatedLink } from '../../protocol/api.ts'
import { roles } from '../../protocol/roles.ts'
import { roleMay, roleName, shareText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import type { LinkForm } from './linkForm.ts'
import { emptyForm, readForm } from './linkForm.ts'
import { LinkLimits } from './LinkLimits.tsx'
import { LinkName } from './LinkName.tsx'
import { useToasts } from '../base/toastContext.ts'
import './NewLinkForm.css'

interface NewLinkFormProps {
  readonly chart: Id
  readonly onMade: (link: CreatedLink) => void
}

/** Form of a new link: role, then recipient; the rarely needed rest is collapsed. */
export function NewLinkForm({ chart, onMade }: NewLinkFormProps) {
  const [form, setForm] = useState(emptyForm)
  const { working, make } = useMaking(chart, (link) => {
    setForm({ ...emptyForm, role: form.role })
    onMade(link)
  })
  const put = (change: Partial<LinkForm>) => setForm((before) => ({ ...before, ...change }))
  return (
    <form
      className="share-form"
      aria-label={shareText.make}
      onSubmit={(event) => {
        event.preventDefault()
        void make(form)
      }}
    >
      <RoleChoice form={form} put={put} />
      <div className="share-name">
        <LinkName form={form} put={put} />
        <Button type="primary" htmlType="submit" loading={working}>
          {shareText.make}
        </Button>
      </div>
      <details>
        <summary>{shareText.more}</summary>
        <LinkLimits form={form} put={put} passwordHint={shareText.passwordHint} />
      </details>
    </form>
  )
}

function useMaking(chart: Id, onMade: (link: CreatedLink) => void) {
  const server = useApi().charts
  const { now } = useAppServices()
  const { message } = useToasts()
  const [working, setWorking] = useState(false)
  const make = async (form: LinkForm) => {
    if (working) return
    const read = readForm(form, now())
    if (!read.ok) {
      void message.warning(shareText.wrong[read.wrong])
      return
    }
    setWorking(true)
    try {
      // Whoever opens the link is to find what is here.
      const isThere = await whenSaved().then(
        () => true,
        () => false,
      )
      if (!isThere) void message.warning({ content: shareText.notThereYet, duration: 8 })
      else onMade(await server.makeLink(chart, read.link))
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    } finally {
      setWorking(false)
    }
  }
  return { working, make }
}

interface RoleChoiceProps {
  readonly form: LinkForm
  readonly put: (change: Partial<LinkForm>) => void
}

function RoleChoice({ form, put }: RoleChoiceProps) {
  return (
    <fieldset className="share-roles">
      <legend className="field-label">{shareText.role}</legend>
      {roles.map((role) => (
        <label key={role} className="share-role">
          <input type="radio" name="role" checked={form.role === role} onChange={() => put({ role })} />
          <strong>{roleName[role]}</strong>
          <span>{roleMay[role]}</span>
        </label>
      ))}
    </fieldset>
  )
}
