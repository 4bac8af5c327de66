import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import type { CreatedLink } from '../../protocol/api.ts'
import { roleName, shareText } from '../../text/screen/share.ts'
import { copyText } from '../base/copyText.ts'
import { useToasts } from '../base/toastContext.ts'
import './CreatedLinkView.css'
import '../base/fields/Choice.css'

/** A new link. Shown only once, because the server stores only its hash. */
export function CreatedLinkView({ made }: { readonly made: CreatedLink }) {
  const { message } = useToasts()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    if (!field.current) return
    if (await copyText(made.link, field.current)) void message.success(shareText.copied)
    else void message.info(shareText.copyByHand)
  }
  return (
    <div className="share-made" role="status">
      <p>
        <strong>
          {made.name || shareText.unnamed} · {roleName[made.role]}
        </strong>
        {shareText.made}
      </p>
      <div className="share-name">
        <input
          ref={field}
          className="choice"
          readOnly
          aria-label={shareText.heading}
          value={made.link}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{shareText.copy}</Button>
      </div>
    </div>
  )
}
