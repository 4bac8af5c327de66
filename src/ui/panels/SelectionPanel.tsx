import type { ReactNode } from 'react'
import { Button, Checkbox, Tooltip } from 'antd'
import AlignCenterOutlined from '@ant-design/icons/AlignCenterOutlined'
import AlignLeftOutlined from '@ant-design/icons/AlignLeftOutlined'
import AlignRightOutlined from '@ant-design/icons/AlignRightOutlined'
import ColumnHeightOutlined from '@ant-design/icons/ColumnHeightOutlined'
import ColumnWidthOutlined from '@ant-design/icons/ColumnWidthOutlined'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import VerticalAlignBottomOutlined from '@ant-design/icons/VerticalAlignBottomOutlined'
import VerticalAlignMiddleOutlined from '@ant-design/icons/VerticalAlignMiddleOutlined'
import VerticalAlignTopOutlined from '@ant-design/icons/VerticalAlignTopOutlined'
import type { Duty, Step, StepKind } from '../../model/chart.ts'
import type { Alignment } from '../../model/edits/alignSteps.ts'
import { alignSteps } from '../../model/edits/alignSteps.ts'
import { assignPosts } from '../../model/edits/posts.ts'
import { setFieldsOfAll } from '../../model/edits/setFieldsOfAll.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { setLevels } from '../../model/edits/setLevels.ts'
import { readPostNames } from '../../files/tableReading/cells/readPostNames.ts'
import { editor, stepPanel } from '../../text/screen/screen.ts'
import { selectionText as words } from '../../text/screen/selectionText.ts'
import { dutyName, stepKindName } from '../../text/terms.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { LimitField } from '../base/fields/LimitField.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { commands } from '../openChart/commands/commands.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { useSession } from '../openChart/session.ts'
import './SelectionPanel.css'

const kinds = optionsOf<StepKind>(stepKindName)
const duties = optionsOf<Duty>(dutyName)

/** What several selected steps have in common, to be changed for all at once. */
export function SelectionPanel({ steps }: { readonly steps: readonly Step[] }) {
  const situation = useSituation()
  const ids = steps.map((step) => step.id)
  const put = (label: string, fields: NewFields<'steps'>): boolean => {
    const { edit, sayDone } = situation()
    const done = edit((chart) => setFieldsOfAll(chart, ids, fields))
    if (done) sayDone(words.done(label, ids.length))
    return done
  }
  const internal = steps.filter((step) => step.internalOnly).length
  const limit = common(steps, (step) => step.timeLimit)
  return (
    <>
      <h2>{words.several(steps.length)}</h2>
      <p className="field-help">{words.note}</p>
      <AlignButtons steps={steps} />
      <div className="field-row">
        <Field label={stepPanel.kind}>
          <Choice
            label={stepPanel.kind}
            value={common(steps, (step) => step.kind)}
            options={kinds}
            none={words.mixed}
            onChoose={(kind) => kind && put(stepPanel.kind, { kind })}
          />
        </Field>
        <Field label={stepPanel.duty}>
          <Choice
            label={stepPanel.duty}
            value={common(steps, (step) => step.duty)}
            options={duties}
            none={steps.some((step) => step.duty) ? words.mixed : stepPanel.unset}
            onChoose={(duty) => put(stepPanel.duty, { duty })}
          />
        </Field>
      </div>
      <PostsOfAll steps={steps} />
      <LimitField
        label={stepPanel.limit}
        limit={limit}
        onCommit={(timeLimit) => put(stepPanel.limit, { timeLimit })}
      />
      <Checkbox
        checked={internal === steps.length}
        indeterminate={internal > 0 && internal < steps.length}
        onChange={({ target }) => put(words.internal, { internalOnly: target.checked || undefined })}
      >
        {stepPanel.internalOnly}
      </Checkbox>
      <LevelsOfAll steps={steps} />
      <div className="panel-buttons">
        <Button danger icon={<DeleteOutlined />} onClick={() => commands.remove.run(situation())}>
          {words.remove}
        </Button>
        <Button onClick={() => commands.duplicate.run(situation())}>{commands.duplicate.label}</Button>
      </div>
    </>
  )
}

/** The value that all have; undefined if they differ. */
function common<V>(steps: readonly Step[], read: (step: Step) => V): V | undefined {
  const [first, ...others] = steps.map(read)
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined
}

function PostsOfAll({ steps }: { readonly steps: readonly Step[] }) {
  const { posts } = useChart()
  const situation = useSituation()
  const ids = common(steps, (step) => step.posts)
  const held = (ids ?? []).flatMap((id) => posts.find((post) => post.id === id)?.name ?? [])
  const isMixed = ids === undefined && steps.some((step) => step.posts)
  return (
    <Field label={stepPanel.posts} help={stepPanel.postsHint}>
      <TextField
        label={stepPanel.posts}
        value={held.join('、')}
        hint={isMixed ? words.mixed : ''}
        suggestions={posts.map((post) => post.name)}
        onCommit={(text) => {
          const { edit, newId, sayDone } = situation()
          const all = steps.map((step) => step.id)
          const done = edit((now) => assignPosts(now, all, readPostNames(text), newId))
          if (done) sayDone(words.done(stepPanel.posts, all.length))
          return done
        }}
      />
    </Field>
  )
}

function LevelsOfAll({ steps }: { readonly steps: readonly Step[] }) {
  const { risks, grading } = useChart()
  const situation = useSituation()
  const ids = new Set(steps.map((step) => step.id))
  const held = risks.filter((risk) => risk.step !== undefined && ids.has(risk.step))
  const levels = new Set(held.map((risk) => risk.level))
  if (held.length === 0) return <p className="field-help">{words.noRisks}</p>
  return (
    <Field label={words.level}>
      <Choice
        label={words.level}
        value={levels.size === 1 ? [...levels][0] : undefined}
        options={grading.levels.map((level) => ({ value: level.id, label: level.name }))}
        none={levels.size === 1 ? stepPanel.unset : words.mixed}
        onChoose={(level) => {
          const { edit, sayDone } = situation()
          const all = held.map((risk) => risk.id)
          if (edit((chart) => setLevels(chart, all, level))) sayDone(words.levels(all.length))
        }}
      />
    </Field>
  )
}

const alignments: readonly (readonly [Alignment, ReactNode])[] = [
  ['left', <AlignLeftOutlined key="i" />],
  ['centre', <AlignCenterOutlined key="i" />],
  ['right', <AlignRightOutlined key="i" />],
  ['top', <VerticalAlignTopOutlined key="i" />],
  ['middle', <VerticalAlignMiddleOutlined key="i" />],
  ['bottom', <VerticalAlignBottomOutlined key="i" />],
  ['across', <ColumnWidthOutlined key="i" />],
  ['down', <ColumnHeightOutlined key="i" />],
]

function AlignButtons({ steps }: { readonly steps: readonly Step[] }) {
  const situation = useSituation()
  const view = useSession((session) => session.view)
  const isInternal = useSession((session) => session.edition === 'internal')
  const align = (how: Alignment) => {
    const { edit, session } = situation()
    const standing = session.canvasApi?.standing(steps.map((step) => step.id)) ?? []
    edit((chart) => alignSteps(chart, standing, how, session))
  }
  if (view === 'columns' || !isInternal) return <p className="field-help">{words.noAlign}</p>
  return (
    <div className="align-buttons" role="toolbar" aria-label={words.align}>
      {alignments.map(([how, icon]) => (
        <Tooltip key={how} title={words.alignments[how]}>
          <Button
            type="text"
            aria-label={words.alignments[how]}
            icon={icon}
            disabled={steps.length < 3 && (how === 'across' || how === 'down')}
            onClick={() => align(how)}
          />
        </Tooltip>
      ))}
      <Tooltip title={editor.tidyHint}>
        <Button type="link" size="small" onClick={() => commands.tidy.run(situation())}>
          {editor.tidy}
        </Button>
      </Tooltip>
    </div>
  )
}
