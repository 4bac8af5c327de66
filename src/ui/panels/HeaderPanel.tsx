import type { Header, PowerKind } from '../../model/chart.ts'
import { setHeader } from '../../model/edits/setFields.ts'
import { hasExternalEdition } from '../../model/editions/hasExternalEdition.ts'
import { headerPanel, stepPanel } from '../../text/screen/screen.ts'
import { powerKindName } from '../../text/terms.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { GradingField } from './GradingField.tsx'
import { LimitField } from '../base/fields/LimitField.tsx'
import { basisOf, basisText, splitLines } from '../base/fields/splitLines.ts'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { PostList } from './PostList.tsx'
import { TextField } from '../base/fields/TextField.tsx'
import './HeaderPanel.css'

const powerKinds = optionsOf<PowerKind>(powerKindName)

type TextKey = {
  [K in keyof Header & keyof typeof headerPanel]-?: Header[K] extends string | undefined ? K : never
}[keyof Header & keyof typeof headerPanel]

const above = ['title', 'publicTitle', 'unit', 'office', 'code'] as const satisfies readonly TextKey[]
const below = [
  'consultPhone',
  'supervisionPhone',
  'place',
  'openingHours',
  'issuedOn',
  'versionMark',
  'preparedBy',
  'note',
] as const satisfies readonly TextKey[]

/** The chart's header fields, and its posts in lane order. */
export function HeaderPanel() {
  const { header } = useChart()
  const edit = useEdit()
  const put = (fields: Parameters<typeof setHeader>[0]) => edit(() => setHeader(fields))
  return (
    <>
      <h2>{headerPanel.heading}</h2>
      {above.map((field) => (
        <HeaderText key={field} field={field} />
      ))}
      <Field label={headerPanel.powerKind}>
        <Choice
          label={headerPanel.powerKind}
          none={stepPanel.unset}
          value={header.powerKind}
          options={powerKinds}
          onChoose={(powerKind) => put({ powerKind })}
        />
      </Field>
      <label className="field-check">
        <input
          type="checkbox"
          checked={hasExternalEdition(header)}
          onChange={(event) => put({ hasExternal: event.target.checked })}
        />{' '}
        {headerPanel.hasExternal}
      </label>
      <LimitField
        label={headerPanel.statutoryLimit}
        limit={header.statutoryLimit}
        onCommit={(statutoryLimit) => put({ statutoryLimit })}
      />
      <LimitField
        label={headerPanel.promisedLimit}
        limit={header.promisedLimit}
        onCommit={(promisedLimit) => put({ promisedLimit })}
      />
      <Field label={headerPanel.basis}>
        <TextField
          label={headerPanel.basis}
          hint={stepPanel.basisHint}
          lines={1}
          value={(header.legalBasis ?? []).map(basisText).join('\n')}
          onCommit={(text) => put({ legalBasis: splitLines(text).map(basisOf) })}
        />
      </Field>
      {below.map((field) => (
        <HeaderText key={field} field={field} />
      ))}
      <GradingField />
      <PostList />
    </>
  )
}

function HeaderText({ field }: { readonly field: (typeof above)[number] | (typeof below)[number] }) {
  const { header } = useChart()
  const edit = useEdit()
  return (
    <Field label={headerPanel[field]}>
      <TextField
        label={headerPanel[field]}
        value={header[field] ?? ''}
        onCommit={(text) => edit(() => setHeader({ [field]: text }))}
      />
    </Field>
  )
}
