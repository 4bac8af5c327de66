import type { Severity } from './finding.ts'

/** What nobody should publish without a word: left over from a form, or missing where the public looks for it. */
const beforeThePublic: readonly string[] = ['leftover-placeholder', 'copied-example', 'no-supervision-phone']

/** Whether a finding wants a written reason before the chart is published; every error does. */
export function mustBeAnswered({ rule, severity }: { readonly rule: string; readonly severity: Severity }) {
  return severity === 'error' || beforeThePublic.includes(rule)
}
