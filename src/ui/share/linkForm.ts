import type { LinkTerms, NewLink, ShareLink } from '../../protocol/api.ts'
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

export interface TermsForm extends LinkForm {
  readonly dropsPassword: boolean
}

/** A link as its form shows it; its password is known to nobody. */
export function formOf({ role, name, expiresAt, maxUses, copies }: ShareLink): TermsForm {
  return {
    role,
    name,
    lastDay: expiresAt === undefined ? '' : dayOf(expiresAt),
    maxUses: maxUses === undefined ? '' : String(maxUses),
    password: '',
    copies,
    dropsPassword: false,
  }
}

export type ReadTerms =
  | { readonly ok: true; readonly terms: LinkTerms }
  | { readonly ok: false; readonly wrong: 'expiry' | 'uses' }

/** What the form changes: a day that has passed may stay, but not be chosen. */
export function readTerms(form: TermsForm, link: ShareLink, now: number): ReadTerms {
  const before = formOf(link)
  const read = readForm({ ...form, lastDay: form.lastDay === before.lastDay ? '' : form.lastDay }, now)
  if (!read.ok) return read
  const { expiresAt = null, maxUses = null, name = '' } = read.link
  return {
    ok: true,
    terms: {
      ...(form.name.trim() === link.name ? {} : { name }),
      ...(form.lastDay === before.lastDay ? {} : { expiresAt }),
      ...(form.maxUses.trim() === before.maxUses ? {} : { maxUses }),
      ...(form.copies === link.copies ? {} : { copies: form.copies }),
      ...(form.dropsPassword ? { password: null } : {}),
      ...(form.password === '' ? {} : { password: form.password }),
    },
  }
}

/** Of a time, local: yyyy-mm-dd. */
function dayOf(time: number): string {
  const day = new Date(time)
  return [day.getFullYear(), twoDigits(day.getMonth() + 1), twoDigits(day.getDate())].join('-')
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}

function endOfDay(day: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!found) return undefined
  return new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]), 23, 59, 59, 999).getTime()
}
