import { useState } from 'react'
import { Alert, Button, Checkbox, Input } from 'antd'
import { publicationText } from '../../text/screen/publicationText.ts'
import { Field } from '../base/fields/Field.tsx'
import './ReviewForm.css'

interface ReviewFormProps {
  /** Why it cannot be published; null if only the review is missing. */
  readonly hindrance: string | null
  readonly refused: string | null
  /** Label of the button. */
  readonly act: string
  readonly working: boolean
  /** Hash of the previewed bytes; a new hash clears the tick. */
  readonly hash: string
  readonly onPublish: (reviewedBy: string) => void
}

/** 公开审查: records the reviewer and that the review was done. */
export function ReviewForm({ hindrance, refused, act, working, hash, onPublish }: ReviewFormProps) {
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const [tickedFor, setTickedFor] = useState<string | null>(null)
  const ticked = tickedFor === hash
  const missing = hindrance ?? stillMissing({ name, post, ticked })
  return (
    <form
      aria-label={publicationText.reviewStep}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null && !working) onPublish(publicationText.reviewedBy(name.trim(), post.trim()))
      }}
    >
      <div className="field-row">
        <Field label={publicationText.reviewer}>
          <Input
            aria-label={publicationText.reviewer}
            autoComplete="off"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={publicationText.reviewerPost}>
          <Input
            aria-label={publicationText.reviewerPost}
            autoComplete="off"
            maxLength={50}
            value={post}
            onChange={(event) => setPost(event.target.value)}
          />
        </Field>
      </div>
      <Checkbox checked={ticked} onChange={(event) => setTickedFor(event.target.checked ? hash : null)}>
        {publicationText.reviewed}
      </Checkbox>
      {refused !== null && <Alert className="publish-refused" type="error" showIcon title={refused} />}
      <Button
        className="publish-button"
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={missing !== null}
        loading={working}
      >
        {act}
      </Button>
      <p className="field-help publish-missing">{missing}</p>
    </form>
  )
}

interface Filled {
  readonly name: string
  readonly post: string
  readonly ticked: boolean
}

function stillMissing({ name, post, ticked }: Filled): string | null {
  if (name.trim() === '' || post.trim() === '') return publicationText.missing.reviewer
  return ticked ? null : publicationText.missing.ticked
}
