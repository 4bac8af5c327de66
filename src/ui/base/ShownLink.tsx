import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import { shareText } from '../../text/screen/share.ts'
import { copyText } from './copyText.ts'
import { useToasts } from './toastContext.ts'
import './ShownLink.css'
import './fields/Choice.css'

interface ShownLinkProps {
  readonly link: string
  /** Whose link it is, and what it allows. */
  readonly name: string
  readonly kind: string
  /** What the field is called for a screen reader. */
  readonly label: string
}

/** A new link. Shown only once, because the server stores only its hash. */
export function ShownLink({ link, name, kind, label }: ShownLinkProps) {
  const { message } = useToasts()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    if (!field.current) return
    if (await copyText(link, field.current)) void message.success(shareText.copied)
    else void message.info(shareText.copyByHand)
  }
  return (
    <div className="shown-link" role="status">
      <p>
        <strong>
          {name || shareText.unnamed} · {kind}
        </strong>
        {shareText.made}
      </p>
      <div className="shown-link-row">
        <input
          ref={field}
          className="choice"
          readOnly
          aria-label={label}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{shareText.copy}</Button>
      </div>
    </div>
  )
}
