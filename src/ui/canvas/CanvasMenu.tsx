import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import { insertStepAfter } from '../../model/edits/addStep.ts'
import { canvasText } from '../../text/screen/commands.ts'
import { stepKindName } from '../../text/terms.ts'
import type { Command, Situation } from '../openChart/commands/command.ts'
import { commands } from '../openChart/commands/commands.ts'
import { exitOf, nameIt, newStep } from '../openChart/commands/stepCommands.ts'
import { keyLabel } from '../openChart/commands/useKeys.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import type { OpenMenu } from '../openChart/session.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { stepKinds } from './stepOutlines.ts'
import './CanvasMenu.css'

const offered: readonly (readonly Command[])[] = [
  [commands.addNext, commands.addBefore, commands.addBranch, commands.addDecision],
  [commands.rename, commands.addRisk, commands.splitDecision, commands.duplicate],
  [commands.remove],
  [commands.undo, commands.redo, commands.tidy, commands.fit],
]

/** The context menu (right click or long press) with commands, or the kinds of the next step. */
export function CanvasMenu() {
  const menu = useSession((session) => session.menu)
  const situation = useSituation()
  if (!menu) return null
  const items = menu.from === undefined ? commandItems(situation) : kindItems(menu, situation)
  return (
    <Dropdown
      open
      trigger={['click']}
      menu={{ items, autoFocus: true, onClick: () => setSession({ menu: null }) }}
      onOpenChange={(open) => !open && setSession({ menu: null })}
    >
      <span className="menu-anchor" style={{ left: menu.x, top: menu.y }} />
    </Dropdown>
  )
}

type Items = NonNullable<MenuProps['items']>

function commandItems(situation: () => Situation): Items {
  const now = situation()
  return offered
    .map((group) => group.filter((command) => command.may?.(now) ?? true))
    .filter((group) => group.length > 0)
    .flatMap((group, index): Items => [
      ...(index > 0 ? [{ type: 'divider' as const }] : []),
      ...group.map((command) => ({
        key: command.label,
        label: command.label,
        extra: keyLabel(command.keys[0] ?? ''),
        onClick: () => command.run(situation()),
      })),
    ])
}

function kindItems({ from, make }: OpenMenu, situation: () => Situation): Items {
  return [
    {
      key: 'kinds',
      type: 'group',
      label: canvasText.chooseKind,
      children: stepKinds.map((kind) => ({
        key: kind,
        label: stepKindName[kind],
        onClick: () => {
          const { doc, edit, newId } = situation()
          const before = doc.chart().steps.find((step) => step.id === from)
          const ids = { step: newId(), flowline: newId() }
          const exit = before ? exitOf(before, { branch: true }) : {}
          const made = make?.(kind) ?? newStep(kind, before)
          const done = edit((chart) => insertStepAfter(chart, from!, made, ids, exit))
          if (done) nameIt(ids.step)
        },
      })),
    },
  ]
}
