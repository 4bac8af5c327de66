import type { ReactNode } from 'react'
import type { PublicationFinding } from '../../protocol/api.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import './ScanList.css'

interface ScanListProps {
  readonly scan: readonly PublicationFinding[]
  /** Leads to where these words stand, where there is a way. */
  readonly way?: (found: string) => ReactNode
}

/** What somebody should look at before it is public. */
export function ScanList({ scan, way }: ScanListProps) {
  if (scan.length === 0) return <p className="field-help">{publicationText.scanClean}</p>
  return (
    <ul className="publication-scan" aria-label={publicationText.scan}>
      {scan.map(({ kind, found, blocks, message }) => (
        <li key={`${kind} ${found}`} className={blocks ? 'publication-blocks' : undefined}>
          <span>
            {blocks && <strong>{publicationText.blocks}　</strong>}
            {message}
          </span>
          {way?.(found)}
        </li>
      ))}
    </ul>
  )
}
