import { lazyPart } from '../base/lazyPart.tsx'
import { prefix } from '../base/prefix.ts'
import { Suspense } from 'react'
import type { ReactNode } from 'react'
import { Button, Segmented, Tooltip } from 'antd'
import AuditOutlined from '@ant-design/icons/AuditOutlined'
import BulbOutlined from '@ant-design/icons/BulbOutlined'
import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import GlobalOutlined from '@ant-design/icons/GlobalOutlined'
import HistoryOutlined from '@ant-design/icons/HistoryOutlined'
import PartitionOutlined from '@ant-design/icons/PartitionOutlined'
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined'
import RedoOutlined from '@ant-design/icons/RedoOutlined'
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import ShareAltOutlined from '@ant-design/icons/ShareAltOutlined'
import TableOutlined from '@ant-design/icons/TableOutlined'
import UndoOutlined from '@ant-design/icons/UndoOutlined'
import type { EditionName, View } from '../../model/chart.ts'
import { whyNoExternal } from '../../model/editions/externalEdition.ts'
import { editor } from '../../text/screen/screen.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { editionName, product, viewName } from '../../text/terms.ts'
import type { Command } from '../openChart/commands/command.ts'
import { commands } from '../openChart/commands/commands.ts'
import { keyLabel } from '../openChart/commands/useKeys.ts'
import { TodoEntry } from '../base/todo/TodoEntry.tsx'
import { navigate } from '../base/routes.ts'
import { setSession, showEdition, useSession } from '../openChart/session.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { useChartValue } from '../openChart/chartContext.ts'
import { useSomeoneHere } from '../openChart/collaborators.ts'
import { ProfileButton } from './ProfileButton.tsx'
import { ReadOnlyMark } from './ReadOnlyMark.tsx'
import { SaveMark } from './SaveMark.tsx'
import { TitleField } from './TitleField.tsx'
import { useMay } from '../openChart/commands/useMay.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import './Toolbar.css'

const People = lazyPart(async () => (await import('../presence/People.tsx')).People)

const views: readonly View[] = ['flow', 'lanes', 'columns']
const viewCommand = { flow: commands.viewFlow, lanes: commands.viewLanes, columns: commands.viewColumns }
const viewOptions = views.map((value) => ({
  value,
  label: viewName[value],
  title: hintOf(viewCommand[value]),
}))
const editionCommand = { internal: commands.editionInternal, external: commands.editionExternal }
const editions: readonly EditionName[] = ['internal', 'external']

export function Toolbar() {
  const someoneHere = useSomeoneHere()
  const writable = useSession((session) => mayWrite(session.access))
  return (
    <header className="toolbar">
      <h1>
        <button type="button" className="brand" onClick={() => navigate({ at: 'home' })} title={editor.back}>
          <img src={`${prefix}/icon.svg`} alt="" width="24" height="24" />
          <span>{product}</span>
        </button>
      </h1>
      <TitleField />
      <SaveMark />
      <ReadOnlyMark />
      <div className="toolbar-middle">
        <ViewSwitch />
        <EditionSwitch />
        <TableSwitch />
      </div>
      <div className="toolbar-end">
        {someoneHere && (
          <Suspense>
            <People />
          </Suspense>
        )}
        <TodoEntry />
        <ProfileButton />
        {writable && (
          <>
            <CommandButton command={commands.undo} icon={<UndoOutlined />} />
            <CommandButton command={commands.redo} icon={<RedoOutlined />} />
            <CommandButton command={commands.tidy} icon={<PartitionOutlined />} hint={editor.tidyHint} />
          </>
        )}
        <CommandButton command={commands.check} icon={<SafetyCertificateOutlined />} />
        <WordButton command={commands.review} icon={<AuditOutlined />} />
        <WordButton command={commands.history} icon={<HistoryOutlined />} />
        <CommandButton command={commands.commandPalette} icon={<SearchOutlined />} />
        <CommandButton command={commands.theme} icon={<BulbOutlined />} />
        <CommandButton command={commands.help} icon={<QuestionCircleOutlined />} />
        <WordButton command={commands.publication} icon={<GlobalOutlined />} />
        <WordButton command={commands.share} icon={<ShareAltOutlined />} />
        <Tooltip title={hintOf(commands.exportChart)}>
          <Button type="primary" icon={<DownloadOutlined />} onClick={() => setSession({ dialog: 'export' })}>
            {editor.exportChart}
          </Button>
        </Tooltip>
      </div>
    </header>
  )
}

function ViewSwitch() {
  const view = useSession((session) => session.view)
  return (
    <Segmented
      aria-label={editor.view}
      value={view}
      options={viewOptions}
      onChange={(next) => setSession({ view: next })}
    />
  )
}

function TableSwitch() {
  const table = useSession((session) => session.table)
  return (
    <Tooltip title={hintOf(commands.table, editor.tableHint)}>
      <Button
        className="word-button"
        aria-label={editor.table}
        type={table ? 'primary' : 'text'}
        ghost={table}
        icon={<TableOutlined />}
        aria-pressed={table}
        onClick={() => setSession({ table: !table })}
      >
        {editor.table}
      </Button>
    </Tooltip>
  )
}

function EditionSwitch() {
  const refusal = useChartValue((chart) => whyNoExternal(chart)?.reason)
  const edition = useSession((session) => session.edition)
  return (
    <Tooltip title={refusal && refusalText[refusal]}>
      <Segmented
        aria-label={editor.edition}
        value={edition}
        options={editions.map((value) => ({
          value,
          label: editionName[value],
          title: hintOf(editionCommand[value]),
          disabled: value === 'external' && refusal !== undefined,
        }))}
        onChange={showEdition}
      />
    </Tooltip>
  )
}

/** A word beside its icon where there is room, otherwise one of the two. */
function WordButton({ command, icon }: Omit<CommandButtonProps, 'hint'>) {
  const situation = useSituation()
  return (
    <Tooltip title={hintOf(command)}>
      <Button
        type="text"
        className="word-button"
        aria-label={command.label}
        icon={icon}
        onClick={() => command.run(situation())}
      >
        {command.label}
      </Button>
    </Tooltip>
  )
}

/** 撤销（Ctrl+Z） */
function hintOf(command: Command, words: string = command.label): string {
  const key = keyLabel(command.keys[0] ?? '')
  return key === '' ? words : `${words}（${key}）`
}

interface CommandButtonProps {
  readonly command: Command
  readonly icon: ReactNode
  readonly hint?: string
}

function CommandButton({ command, icon, hint }: CommandButtonProps) {
  const situation = useSituation()
  const may = useMay(command)
  return (
    <Tooltip title={hintOf(command, hint)}>
      <Button
        type="text"
        icon={icon}
        aria-label={command.label}
        data-repeats={command.repeats}
        disabled={!may}
        onClick={() => command.run(situation())}
      />
    </Tooltip>
  )
}
