import { Button, InputNumber, Select } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import type { Duty, Step, StepKind } from '../../model/chart.ts'
import { assignPosts } from '../../model/edits/posts.ts'
import { removeSteps } from '../../model/edits/removeSteps.ts'
import { releaseSteps, handPosition } from '../../model/edits/placeSteps.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { stepPanel } from '../../text/screen.ts'
import { dutyName, stepKindName } from '../../text/terms.ts'
import { useHouse } from '../house.ts'
import { useChart, useEdit } from '../room/chartContext.ts'
import { select, useSession } from '../session.ts'
import { DisclosureFields } from './DisclosureFields.tsx'
import { ExitFields } from './ExitFields.tsx'
import { Field } from './Field.tsx'
import { LimitField } from './LimitField.tsx'
import { basisOf, basisText, linesOf } from './lines.ts'
import { optionsOf } from './options.ts'
import { RiskFields } from './RiskFields.tsx'
import { TextField } from './TextField.tsx'

const kinds = optionsOf<StepKind>(stepKindName)
const duties = optionsOf<Duty>(dutyName)

type SetStep = (fields: NewFields<'steps'>) => boolean

/** Every field of a step, in the order in which a clerk knows them. */
export function StepPanel({ step }: { readonly step: Step }) {
  const edit = useEdit()
  const put: SetStep = (fields) => edit((chart) => setFields(chart, 'steps', step.id, fields))
  return (
    <>
      <h2>{stepPanel.heading}</h2>
      <Field label={stepPanel.name}>
        <TextField label={stepPanel.name} lines={1} value={step.name} onCommit={(name) => put({ name })} />
      </Field>
      <div className="field-row">
        <Field label={stepPanel.kind}>
          <Select
            aria-label={stepPanel.kind}
            value={step.kind}
            options={kinds}
            onChange={(kind) => put({ kind })}
          />
        </Field>
        <Field label={stepPanel.duty}>
          <Select
            aria-label={stepPanel.duty}
            allowClear
            value={step.duty ?? null}
            options={duties}
            onChange={(duty: Duty | null) => put({ duty: duty ?? undefined })}
          />
        </Field>
      </div>
      <PostsField step={step} />
      <LimitField
        label={stepPanel.limit}
        limit={step.timeLimit}
        onCommit={(timeLimit) => put({ timeLimit })}
      />
      <ExitFields step={step} />
      <RiskFields step={step} />
      <DisclosureFields step={step} put={put} />
      <PaperFields step={step} put={put} />
      <StepButtons step={step} />
    </>
  )
}

function PostsField({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useHouse()
  const names = chart.posts.map((post) => post.name)
  const held = (step.posts ?? []).flatMap((id) => chart.posts.find((post) => post.id === id)?.name ?? [])
  return (
    <Field label={stepPanel.posts} help={stepPanel.postsHint}>
      <Select
        mode="tags"
        aria-label={stepPanel.posts}
        value={held}
        options={names.map((name) => ({ value: name, label: name }))}
        tokenSeparators={['、', '；', '，']}
        onChange={(next: string[]) => edit((now) => assignPosts(now, [step.id], next, newId))}
      />
    </Field>
  )
}

/** What is written on paper around a step: rarely filled, so last. */
function PaperFields({ step, put }: { readonly step: Step; readonly put: SetStep }) {
  return (
    <>
      <Field label={stepPanel.basis}>
        <TextField
          label={stepPanel.basis}
          hint={stepPanel.basisHint}
          lines={1}
          value={(step.legalBasis ?? []).map(basisText).join('\n')}
          onCommit={(text) => put({ legalBasis: linesOf(text).map(basisOf) })}
        />
      </Field>
      <Field label={stepPanel.materials}>
        <TextField
          label={stepPanel.materials}
          hint={stepPanel.materialsHint}
          lines={1}
          value={(step.materials ?? []).join('\n')}
          onCommit={(text) => put({ materials: linesOf(text) })}
        />
      </Field>
      <Field label={stepPanel.documents}>
        <TextField
          label={stepPanel.documents}
          hint={stepPanel.documentsHint}
          lines={1}
          value={(step.documents ?? []).join('\n')}
          onCommit={(text) => put({ documents: linesOf(text) })}
        />
      </Field>
      <Field label={stepPanel.persons}>
        <InputNumber
          aria-label={stepPanel.persons}
          min={1}
          max={99}
          value={step.persons ?? null}
          onChange={(persons) => put({ persons: persons ?? undefined })}
        />
      </Field>
      <Field label={stepPanel.note}>
        <TextField
          label={stepPanel.note}
          lines={1}
          value={step.note ?? ''}
          onCommit={(note) => put({ note })}
        />
      </Field>
    </>
  )
}

function StepButtons({ step }: { readonly step: Step }) {
  const edit = useEdit()
  const { view, edition } = useSession()
  return (
    <div className="panel-buttons">
      {handPosition(step, view, edition) && (
        <Button onClick={() => edit((chart) => releaseSteps(chart, view, edition, [step.id]))}>
          {stepPanel.release}
        </Button>
      )}
      <Button
        danger
        icon={<DeleteOutlined />}
        onClick={() => {
          if (edit((chart) => removeSteps(chart, [step.id]))) select({})
        }}
      >
        {stepPanel.remove}
      </Button>
    </div>
  )
}
