import { useState } from 'react'
import { Segmented } from 'antd'
import type { PublicationPreview } from '../../protocol/publicationApi.ts'
import type { PreviewPart } from '../../text/screen/publicationText.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { optionsOf } from '../base/fields/optionsOf.ts'
import './Preview.css'

/** The exact public files, in each format. */
export function Preview({ preview }: { readonly preview: PublicationPreview }) {
  const [part, setPart] = useState<PreviewPart>('html')
  return (
    <>
      <Segmented
        aria-label={publicationText.preview}
        value={part}
        options={optionsOf<PreviewPart>(publicationText.part)}
        onChange={setPart}
      />
      <Part part={part} preview={preview} />
    </>
  )
}

interface PartProps {
  readonly part: PreviewPart
  readonly preview: PublicationPreview
}

function Part({ part, preview }: PartProps) {
  switch (part) {
    case 'html':
      return <PageFrame key={preview.hash} html={preview.html} />
    case 'svg':
      return (
        <div className="publication-picture">
          <img
            alt={publicationText.part.svg}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(preview.svg)}`}
          />
        </div>
      )
    case 'txt':
    case 'json':
      return (
        <pre className="publication-text" tabIndex={0}>
          {preview[part]}
        </pre>
      )
  }
}

/** Sandboxed without scripts. Following a link would replace the page, so the page is restored. */
function PageFrame({ html }: { readonly html: string }) {
  const [tries, setTries] = useState(0)
  return (
    <iframe
      key={tries}
      className="publication-page"
      title={publicationText.part.html}
      sandbox=""
      srcDoc={html}
      onLoad={({ currentTarget }) => {
        // The focus enters the frame only by a click in it.
        if (document.activeElement === currentTarget) setTries((before) => before + 1)
      }}
    />
  )
}
