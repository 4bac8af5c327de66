import { Alert, Input } from 'antd'
import { publicationText } from '../../text/screen/publicationText.ts'
import { Field } from '../base/fields/Field.tsx'

interface OpenMattersProps {
  /** Sentences; nothing is shown where there are none. */
  readonly open: readonly string[]
  readonly despite: string
  readonly setDespite: (despite: string) => void
}

/** What is still open in the chart, and why it is published all the same. */
export function OpenMatters({ open, despite, setDespite }: OpenMattersProps) {
  if (open.length === 0) return null
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={publicationText.openMatters(open.length)}
        description={
          <ul>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        }
      />
      <Field label={publicationText.despite}>
        <Input.TextArea
          aria-label={publicationText.despite}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={despite}
          onChange={(event) => setDespite(event.target.value)}
        />
      </Field>
    </>
  )
}
