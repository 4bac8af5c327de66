import { useState } from 'react'
import type { MenuProps } from 'antd'
import { Input } from 'antd'
import { home } from '../../text/screen/screen.ts'
import { chartListText, roleName } from '../../text/screen/share.ts'
import { shelfText } from '../../text/screen/shelfText.ts'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import { navigate } from '../base/routes.ts'
import type { ChartBadge, HomeChart } from './homeCharts.ts'
import { MoreButton } from './MoreButton.tsx'
import { SketchPicture } from './SketchPicture.tsx'
import type { ChartActions } from './useChartActions.tsx'
import { mayChange } from './useChartActions.tsx'

interface ChartRowProps {
  readonly chart: HomeChart
  readonly badges: readonly ChartBadge[]
  readonly folders: readonly string[]
  readonly actions: ChartActions
  readonly onNewFolder: () => void
  /** Undefined: it may not be removed. */
  readonly onRemove: (() => void) | undefined
}

/** One chart of the list: a press opens it, the menu (also by right click) has what may be done with it. */
export function ChartRow(props: ChartRowProps) {
  const { chart, badges, actions } = props
  const [renaming, setRenaming] = useState(false)
  const title = chart.title || home.untitled
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <li
      className="chart-entry"
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      {renaming ? (
        <NewName
          title={chart.title}
          onDone={(name) => {
            setRenaming(false)
            if (name !== undefined && name !== chart.title) actions.rename(chart, name)
          }}
        />
      ) : (
        <button
          type="button"
          className="chart-row"
          onClick={() => navigate({ at: 'chart', chart: chart.id })}
          onKeyDown={(event) => {
            if (event.key === 'F2' && mayChange(chart)) setRenaming(true)
          }}
        >
          <SketchPicture sketch={chart.sketch ?? ''} />
          <span className="chart-name">
            <strong>{title}</strong>
            {badges.map((badge) => (
              <span key={badge} className={badge === 'role' ? 'mark-word' : 'mark-word mark-off'}>
                {badge === 'role' ? roleName[chart.role ?? 'viewer'] : chartListText[badge]}
              </span>
            ))}
            {chart.folder && <span className="chart-folder">{chart.folder}</span>}
          </span>
          <span>{chart.unit}</span>
          <span>{home.steps(chart.steps)}</span>
          <time>
            {new Date(chart.changedAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
        </button>
      )}
      <MoreButton
        label={shelfText.menuOf(title)}
        open={menuOpen}
        items={() => menuOf(props, () => setRenaming(true))}
        onOpen={setMenuOpen}
      />
    </li>
  )
}

function menuOf(
  { chart, folders, actions, onNewFolder, onRemove }: ChartRowProps,
  onRename: () => void,
): NonNullable<MenuProps['items']> {
  const isFixed = !mayChange(chart)
  const others = folders.filter((name) => name !== '' && name !== chart.folder)
  return [
    { key: 'open', label: shelfText.open, onClick: () => navigate({ at: 'chart', chart: chart.id }) },
    { key: 'rename', label: shelfText.rename, extra: 'F2', disabled: isFixed, onClick: onRename },
    { key: 'duplicate', label: shelfText.duplicate, onClick: () => actions.duplicate(chart) },
    {
      key: 'move',
      label: shelfText.move,
      disabled: isFixed,
      children: [
        ...others.map((name) => ({
          key: `to ${name}`,
          label: name,
          onClick: () => actions.move(chart, name),
        })),
        { key: 'new', label: shelfText.newFolder, onClick: onNewFolder },
        ...(chart.folder
          ? [{ key: 'out', label: shelfText.out, onClick: () => actions.move(chart, '') }]
          : []),
      ],
    },
    {
      key: 'template',
      label: chart.isTemplate ? shelfText.noTemplate : shelfText.asTemplate,
      disabled: isFixed,
      onClick: () => actions.setTemplate(chart, !chart.isTemplate),
    },
    { type: 'divider' },
    {
      key: 'remove',
      label: shelfText.remove,
      danger: true,
      disabled: onRemove === undefined,
      ...(onRemove && { onClick: onRemove }),
    },
  ]
}

interface NewNameProps {
  readonly title: string
  /** Undefined: as before. */
  readonly onDone: (name: string | undefined) => void
}

/** Enter and leaving the field keep the name, Esc does not; an empty name is none. */
function NewName({ title, onDone }: NewNameProps) {
  const [name, setName] = useState(title)
  const done = () => onDone(name.trim() || undefined)
  return (
    <Input
      autoFocus
      className="chart-new-name"
      aria-label={shelfText.newName}
      value={name}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (belongsToInputMethod(event.nativeEvent)) return
        if (event.key === 'Enter') done()
        if (event.key === 'Escape') onDone(undefined)
      }}
    />
  )
}
