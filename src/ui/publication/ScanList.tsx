import type { ReactNode } from 'react'
import type { PublicationFinding } from '../../protocol/publicationApi.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import './ScanList.css'

interface ScanListProps {
  readonly scan: readonly PublicationFinding[]
  /** Shows where the words are; undefined if that is not possible. */
  readonly way?: (found: string) => ReactNode
}

/** Findings to review before publishing. */
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
