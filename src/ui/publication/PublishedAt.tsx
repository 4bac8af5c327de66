import { Suspense, useRef } from 'react'
import { Button } from 'antd'
import { lazyPart } from '../base/lazyPart.tsx'
import { publicationText } from '../../text/screen/publicationText.ts'
import { shareText } from '../../text/screen/share.ts'
import { useToasts } from '../base/toastContext.ts'
import { setSession } from '../openChart/session.ts'
import { copyText } from '../base/copyText.ts'
import './PublishedAt.css'
import '../base/fields/Choice.css'

const QrCode = lazyPart(async () => (await import('./QrCode.tsx')).QrCode)

interface PublishedAtProps {
  readonly link: string
  readonly onClose: () => void
}

/** The public address: copy, QR code, print. */
export function PublishedAt({ link, onClose }: PublishedAtProps) {
  const { message } = useToasts()
  const field = useRef<HTMLInputElement>(null)
  const copy = async () => {
    if (!field.current) return
    if (await copyText(link, field.current)) void message.success(shareText.copied)
    else void message.info(shareText.copyByHand)
  }
  return (
    <section className="published-at" aria-label={publicationText.done}>
      <div className="published-qr">
        <Suspense>
          <QrCode address={link} label={publicationText.qr} />
        </Suspense>
      </div>
      <div>
        <h3 role="status">{publicationText.done}</h3>
        <p>{publicationText.doneNote}</p>
        <div className="published-address">
          <input
            ref={field}
            className="choice"
            readOnly
            aria-label={publicationText.address}
            value={link}
            onFocus={(event) => event.target.select()}
          />
          <Button onClick={() => void copy()}>{shareText.copy}</Button>
        </div>
        <div className="published-ways">
          <Button href={link} target="_blank" rel="noreferrer">
            {publicationText.open}
          </Button>
          <Button
            type="primary"
            onClick={() => {
              onClose()
              setSession({ dialog: 'export', edition: 'external' })
            }}
          >
            {publicationText.poster}
          </Button>
        </div>
      </div>
    </section>
  )
}
