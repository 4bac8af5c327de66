import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import type { CreatedUnitLink } from '../../protocol/api.ts'
import { accessText } from '../../text/screen/accessText.ts'
import { shareText } from '../../text/screen/share.ts'
import { copyText } from '../base/copyText.ts'
import { useToasts } from '../base/toastContext.ts'
import '../base/fields/Choice.css'

/** A new link. Shown only once, because the server stores only its hash. */
export function MadeUnitLink({ made }: { readonly made: CreatedUnitLink }) {
  const { message } = useToasts()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    if (!field.current) return
    if (await copyText(made.link, field.current)) void message.success(shareText.copied)
    else void message.info(shareText.copyByHand)
  }
  return (
    <div role="status">
      <p>
        <strong>
          {made.name || shareText.unnamed} · {accessText.scopeShort[made.scope]}
        </strong>{' '}
        {shareText.made}
      </p>
      <input
        ref={field}
        className="choice"
        readOnly
        aria-label={accessText.links}
        value={made.link}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copy()}>{shareText.copy}</Button>
    </div>
  )
}
