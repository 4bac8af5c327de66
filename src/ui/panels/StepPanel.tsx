import { Button } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import type { Duty, Id, Parallel, Step, StepKind } from '../../model/chart.ts'
import { assignPosts } from '../../model/edits/posts.ts'
import { removeSteps } from '../../model/edits/removeSteps.ts'
import { releaseSteps, handPosition } from '../../model/edits/placeSteps.ts'
import { plainFieldsOn } from '../../model/fields/chartFields.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { readCount } from '../../model/numerals.ts'
import { stepFieldWords } from '../../text/fieldWords.ts'
import { commentText } from '../../text/screen/commentText.ts'
import { stepPanel } from '../../text/screen/screen.ts'
import { dutyName, parallelName, stepKindName } from '../../text/terms.ts'
import { readPostNames } from '../../files/tableReading/cells/readPostNames.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { removeSaying } from '../openChart/commands/removeSaying.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { useReviewing } from '../openChart/reviewing.ts'
import { commentsPlace, select, setSession, useSession } from '../openChart/session.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { DisclosureFields } from './DisclosureFields.tsx'
import { ExitFields } from './ExitFields.tsx'
import { Field } from '../base/fields/Field.tsx'
import { LimitField } from '../base/fields/LimitField.tsx'
import { basisOf, basisText, splitLines } from '../base/fields/splitLines.ts'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { RiskFields } from './RiskFields.tsx'
import { TextField } from '../base/fields/TextField.tsx'

const kinds = optionsOf<StepKind>(stepKindName)
const duties = optionsOf<Duty>(dutyName)
const parallels = optionsOf<Parallel>(parallelName)

type SetStep = (fields: NewFields<'steps'>) => boolean

/** All fields of a step, in the order that clerks are used to. */
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
          <Choice
            label={stepPanel.kind}
            value={step.kind}
            options={kinds}
            onChoose={(kind) => kind && put({ kind })}
          />
        </Field>
        <Field label={stepPanel.duty}>
          <Choice
            label={stepPanel.duty}
            value={step.duty}
            options={duties}
            none={stepPanel.unset}
            onChoose={(duty) => put({ duty })}
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
      <Field label={stepPanel.parallel} help={stepPanel.parallelHint}>
        <Choice
          label={stepPanel.parallel}
          value={step.parallel}
          options={parallels}
          none={stepPanel.unset}
          onChoose={(parallel) => put({ parallel })}
        />
      </Field>
      <RiskFields owner={{ step: step.id }} />
      <DisclosureFields step={step} put={put} />
      <PaperFields step={step} put={put} />
      <StepButtons step={step} />
    </>
  )
}

function PostsField({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useAppServices()
  const held = (step.posts ?? []).flatMap((id) => chart.posts.find((post) => post.id === id)?.name ?? [])
  return (
    <Field label={stepPanel.posts} help={stepPanel.postsHint}>
      <TextField
        label={stepPanel.posts}
        value={held.join('、')}
        suggestions={chart.posts.map((post) => post.name)}
        onCommit={(text) => edit((now) => assignPosts(now, [step.id], readPostNames(text), newId))}
      />
    </Field>
  )
}

/** Fields printed around a step; last, because they are rarely filled in. */
function PaperFields({ step, put }: { readonly step: Step; readonly put: SetStep }) {
  return (
    <>
      <Field label={stepPanel.basis}>
        <TextField
          label={stepPanel.basis}
          hint={stepPanel.basisHint}
          lines={1}
          value={(step.legalBasis ?? []).map(basisText).join('\n')}
          onCommit={(text) => put({ legalBasis: splitLines(text).map(basisOf) })}
        />
      </Field>
      <Field label={stepPanel.materials}>
        <TextField
          label={stepPanel.materials}
          hint={stepPanel.materialsHint}
          lines={1}
          value={(step.materials ?? []).join('\n')}
          onCommit={(text) => put({ materials: splitLines(text) })}
        />
      </Field>
      <Field label={stepPanel.documents}>
        <TextField
          label={stepPanel.documents}
          hint={stepPanel.documentsHint}
          lines={1}
          value={(step.documents ?? []).join('\n')}
          onCommit={(text) => put({ documents: splitLines(text) })}
        />
      </Field>
      <Field label={stepPanel.persons}>
        <TextField
          label={stepPanel.persons}
          value={step.persons === undefined ? '' : String(step.persons)}
          onCommit={(text) => putPersons(text, put)}
        />
      </Field>
      {plainFieldsOn('panel').map((field) => (
        <Field key={field} label={stepFieldWords[field].label}>
          <TextField
            label={stepFieldWords[field].label}
            hint={stepFieldWords[field].hint}
            value={step[field] ?? ''}
            onCommit={(text) => put({ [field]: text })}
          />
        </Field>
      ))}
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

/** Text that is not a number is ignored; an empty text clears the field. */
function putPersons(text: string, put: SetStep): boolean {
  const persons = readCount(text)
  return persons === undefined && text !== '' ? false : put({ persons })
}

/** 评论 are said beside the form: this goes there. */
function CommentButton({ step }: { readonly step: Id }) {
  const count = useReviewing(
    ({ review }) =>
      review?.comments.filter(
        ({ target, closedBy }) => target.on === 'step' && target.id === step && closedBy === undefined,
      ).length ?? 0,
  )
  return (
    <Button onClick={() => setSession({ sidePanel: 'review', activeReviewMark: commentsPlace })}>
      {commentText.here(count)}
    </Button>
  )
}

function StepButtons({ step }: { readonly step: Step }) {
  const edit = useEdit()
  const situation = useSituation()
  const view = useSession((session) => session.view)
  const edition = useSession((session) => session.edition)
  return (
    <div className="panel-buttons">
      <CommentButton step={step.id} />
      {handPosition(step, view, edition) && (
        <Button onClick={() => edit((chart) => releaseSteps(chart, view, edition, [step.id]))}>
          {stepPanel.release}
        </Button>
      )}
      <Button
        danger
        icon={<DeleteOutlined />}
        onClick={() => {
          if (removeSaying(situation(), (chart) => removeSteps(chart, [step.id]))) select({})
        }}
      >
        {stepPanel.remove}
      </Button>
    </div>
  )
}
