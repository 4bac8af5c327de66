import { useState } from 'react'
import { Button, Input } from 'antd'
import type { CreatedUnitLink, UnitLink } from '../../protocol/api.ts'
import { catalogueRoles } from '../../protocol/linkScopes.ts'
import { accessText } from '../../text/screen/accessText.ts'
import { useApi } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { Field } from '../base/fields/Field.tsx'
import { useToasts } from '../base/toastContext.ts'
import '../base/fields/Choice.css'

type Catalogue = keyof typeof accessText.catalogueName

interface UnitLinkForm {
  readonly scope: UnitLink['scope']
  readonly catalogue: Catalogue
  readonly publishes: boolean
  readonly name: string
}

const empty: UnitLinkForm = { scope: 'unit', catalogue: 'edit', publishes: false, name: '' }

const catalogueChoices: readonly Catalogue[] = ['none', ...catalogueRoles]

export function NewUnitLinkForm({ onMade }: { readonly onMade: (link: CreatedUnitLink) => void }) {
  const { access } = useApi()
  const { message } = useToasts()
  const [form, setForm] = useState(empty)
  const put = (change: Partial<UnitLinkForm>) => setForm((before) => ({ ...before, ...change }))
  const make = async () => {
    const { scope, catalogue, publishes, name } = form
    const rights = scope === 'unit' ? { publishes, ...(catalogue === 'none' ? {} : { catalogue }) } : {}
    try {
      onMade(await access.makeLink({ scope, name: name.trim(), ...rights }))
      setForm(empty)
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
  }
  return (
    <form
      aria-label={accessText.make}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Field label={accessText.scope}>
        <select
          className="choice"
          aria-label={accessText.scope}
          value={form.scope}
          onChange={(event) => put({ scope: event.target.value === 'unit' ? 'unit' : 'administrator' })}
        >
          <option value="unit">{accessText.scopeName.unit}</option>
          <option value="administrator">{accessText.scopeName.administrator}</option>
        </select>
      </Field>
      {form.scope === 'unit' && <UnitRightsFields form={form} put={put} />}
      <Field label={accessText.name}>
        <Input
          aria-label={accessText.name}
          placeholder={accessText.nameHint}
          maxLength={100}
          value={form.name}
          onChange={(event) => put({ name: event.target.value })}
        />
      </Field>
      <Button type="primary" htmlType="submit">
        {accessText.make}
      </Button>
    </form>
  )
}

interface PartProps {
  readonly form: UnitLinkForm
  readonly put: (change: Partial<UnitLinkForm>) => void
}

function UnitRightsFields({ form, put }: PartProps) {
  return (
    <>
      <Field label={accessText.catalogue}>
        <select
          className="choice"
          aria-label={accessText.catalogue}
          value={form.catalogue}
          onChange={(event) =>
            put({ catalogue: catalogueChoices.find((one) => one === event.target.value) ?? 'none' })
          }
        >
          {catalogueChoices.map((choice) => (
            <option key={choice} value={choice}>
              {accessText.catalogueName[choice]}
            </option>
          ))}
        </select>
      </Field>
      <label>
        <input
          type="checkbox"
          checked={form.publishes}
          onChange={(event) => put({ publishes: event.target.checked })}
        />{' '}
        {accessText.publishes}
      </label>
    </>
  )
}
