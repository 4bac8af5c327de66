import { Input } from 'antd'
import { copyPolicies } from '../../protocol/linkScopes.ts'
import { shareText } from '../../text/screen/share.ts'
import { Field } from '../base/fields/Field.tsx'
import type { LinkForm } from './linkForm.ts'
import './NewLinkForm.css'
import '../base/fields/Choice.css'

interface LinkLimitsProps {
  readonly form: LinkForm
  readonly put: (change: Partial<LinkForm>) => void
  readonly passwordHint: string
}

/** End, uses, password and what becomes of copies: of a new link, and of one that there is. */
export function LinkLimits({ form, put, passwordHint }: LinkLimitsProps) {
  return (
    <div className="share-limits">
      <Field label={shareText.expires}>
        <input
          type="date"
          className="choice"
          aria-label={shareText.expires}
          value={form.lastDay}
          onChange={(event) => put({ lastDay: event.target.value })}
        />
      </Field>
      <Field label={shareText.maxUses}>
        <Input
          inputMode="numeric"
          aria-label={shareText.maxUses}
          placeholder={shareText.noLimit}
          value={form.maxUses}
          onChange={(event) => put({ maxUses: event.target.value })}
        />
      </Field>
      <Field label={shareText.password}>
        <Input
          autoComplete="off"
          aria-label={shareText.password}
          placeholder={passwordHint}
          maxLength={200}
          value={form.password}
          onChange={(event) => put({ password: event.target.value })}
        />
      </Field>
      <Field label={shareText.copies}>
        <select
          className="choice"
          aria-label={shareText.copies}
          value={form.copies}
          onChange={(event) => put({ copies: event.target.value === 'lock' ? 'lock' : 'remove' })}
        >
          {copyPolicies.map((policy) => (
            <option key={policy} value={policy}>
              {shareText.copiesName[policy]}
            </option>
          ))}
        </select>
      </Field>
    </div>
  )
}
