import { Checkbox, Input, Segmented } from 'antd'
import type { View } from '../../model/chart.ts'
import { publicationText } from '../../text/screen/publicationText.ts'
import { viewName } from '../../text/terms.ts'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import type { DisclosureChoice } from './publicationWishOf.ts'
import './Disclosing.css'

interface DisclosingProps {
  readonly choice: DisclosureChoice
  readonly choose: (change: Partial<DisclosureChoice>) => void
  readonly reason: string
  readonly setReason: (reason: string) => void
}

const more = ['risks', 'measures', 'responsible'] as const

/** Layout of the public edition, and what it discloses beyond the flow, with a reason; nothing by default. */
export function Disclosing({ choice, choose, reason, setReason }: DisclosingProps) {
  const views = optionsOf<View>(viewName).filter(({ value }) => choice.risks || value !== 'columns')
  return (
    <>
      <Field label={publicationText.view}>
        <Segmented block value={choice.view} options={views} onChange={(view) => choose({ view })} />
      </Field>
      <Field label={publicationText.disclosure} help={publicationText.disclosureNote}>
        <div className="disclosing">
          {more.map((what) => (
            <Checkbox
              key={what}
              checked={choice[what]}
              disabled={what !== 'risks' && !choice.risks}
              onChange={(event) => choose({ [what]: event.target.checked })}
            >
              {publicationText.disclose[what]}
            </Checkbox>
          ))}
        </div>
      </Field>
      {choice.risks && (
        <Field label={publicationText.reason}>
          <Input.TextArea
            aria-label={publicationText.reason}
            placeholder={publicationText.reasonHint}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
    </>
  )
}
