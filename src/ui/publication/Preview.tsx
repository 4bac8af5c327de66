import { useState } from 'react'
import { Segmented } from 'antd'
import type { PublicationPreview } from '../../protocol/api.ts'
import type { PreviewPart } from '../../text/screen/publicationText.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { optionsOf } from '../base/fields/optionsOf.ts'
import './Preview.css'

/** Exactly what will be public, in each of its forms. */
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

/** Nothing runs in it. A link that somebody follows would lead away from what is to be read: it is put back. */
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
        // At first the focus is elsewhere; only a click in the page brings it in.
        if (document.activeElement === currentTarget) setTries((before) => before + 1)
      }}
    />
  )
}
