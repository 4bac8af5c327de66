import type { NewLink } from '../../protocol/api.ts'
import type { CopyPolicy } from '../../protocol/linkScopes.ts'
import type { Role } from '../../protocol/roles.ts'

/** The form's values, as typed. */
export interface LinkForm {
  readonly role: Role
  readonly name: string
  /** yyyy-mm-dd or '' */
  readonly lastDay: string
  readonly maxUses: string
  readonly password: string
  readonly copies: CopyPolicy
}

export const emptyForm: LinkForm = {
  role: 'editor',
  name: '',
  lastDay: '',
  maxUses: '',
  password: '',
  copies: 'remove',
}

export type ReadForm =
  | { readonly ok: true; readonly link: NewLink }
  | { readonly ok: false; readonly wrong: 'expiry' | 'uses' }

/** The link of a form. It expires at the end of its last day, local time. */
export function readForm(form: LinkForm, now: number): ReadForm {
  const expiresAt = endOfDay(form.lastDay)
  if (expiresAt !== undefined && !(expiresAt > now)) return { ok: false, wrong: 'expiry' }
  const maxUses = form.maxUses.trim() === '' ? undefined : Number(form.maxUses)
  if (maxUses !== undefined && !(Number.isInteger(maxUses) && maxUses >= 1))
    return { ok: false, wrong: 'uses' }
  const name = form.name.trim()
  return {
    ok: true,
    link: {
      role: form.role,
      ...(name !== '' && { name }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(maxUses !== undefined && { maxUses }),
      ...(form.password !== '' && { password: form.password }),
      ...(form.copies === 'lock' && { copies: 'lock' }),
    },
  }
}

function endOfDay(day: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!found) return undefined
  return new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]), 23, 59, 59, 999).getTime()
}
