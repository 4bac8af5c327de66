import { Input } from 'antd'
import { shareText } from '../../text/screen/share.ts'
import type { LinkForm } from './linkForm.ts'

interface LinkNameProps {
  readonly form: LinkForm
  readonly put: (change: Pick<LinkForm, 'name'>) => void
}

/** For whom a link is. */
export function LinkName({ form, put }: LinkNameProps) {
  return (
    <Input
      aria-label={shareText.name}
      placeholder={shareText.nameHint}
      maxLength={100}
      value={form.name}
      onChange={(event) => put({ name: event.target.value })}
    />
  )
}
