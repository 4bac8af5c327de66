import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import { insertStepAfter, insertStepInto } from '../../model/edits/addStep.ts'
import { reconnect } from '../../model/edits/flowlines.ts'
import { setFieldsOfAll } from '../../model/edits/setFieldsOfAll.ts'
import { canvasText } from '../../text/screen/commands.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import { selectionText } from '../../text/screen/selectionText.ts'
import { stepPanel } from '../../text/screen/screen.ts'
import { stepKindName } from '../../text/terms.ts'
import type { Command, Situation } from '../openChart/commands/command.ts'
import { commands } from '../openChart/commands/commands.ts'
import { exitOf, mayEdit, nameIt, newStep } from '../openChart/commands/stepCommands.ts'
import { keyLabel } from '../openChart/commands/useKeys.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import type { OpenMenu } from '../openChart/session.ts'
import { select, setSession, useSession } from '../openChart/session.ts'
import { clipboardItems } from './clipboardItems.ts'
import { stepNameIn } from './dropHeld.ts'
import { stepKinds } from './stepOutlines.ts'
import './CanvasMenu.css'

/** A menu that fits neither below nor above the hand is moved until it is seen. */
const intoView = { adjustX: 1, adjustY: 1, shiftX: true, shiftY: true } as const

type Items = NonNullable<MenuProps['items']>

/** The context menu (right click or long press) of what is selected, or the kinds of the next step. */
export function CanvasMenu() {
  const menu = useSession((session) => session.menu)
  const situation = useSituation()
  if (!menu) return null
  const items = menu.from === undefined ? groupsOf(situation) : kindsAfter(menu, situation)
  return (
    <Dropdown
      open
      autoAdjustOverflow={intoView}
      classNames={{ root: 'canvas-menu' }}
      trigger={['click']}
      menu={{ items, autoFocus: true, onClick: () => setSession({ menu: null }) }}
      onOpenChange={(open) => !open && setSession({ menu: null })}
    >
      <span className="menu-anchor" style={{ left: menu.x, top: menu.y }} />
    </Dropdown>
  )
}

/** What the selection can: one step, several, a flowline, or nothing; readers are offered what they may. */
function groupsOf(situation: () => Situation): Items {
  const now = situation()
  const { steps, flowlines } = now.session.selection
  const [line] = steps.length === 0 ? flowlines : []
  const one: readonly (readonly Command[])[] = [
    [commands.addNext, commands.addBefore, commands.addBranch, commands.addDecision, commands.connectTo],
    [commands.rename, commands.addRisk, commands.splitDecision],
  ]
  // What is about the whole chart is offered beside what stands on it: a longer menu fits on no screen.
  const isBeside = steps.length + flowlines.length === 0
  const whole = isBeside ? [commands.undo, commands.redo, commands.tidy, commands.selectAll] : []
  const looking = isBeside ? [commands.fit, commands.actualSize] : [commands.fitSelection]
  const groups: readonly Items[] = [
    ...(steps.length === 1 ? one.map((group) => offered(group, situation)) : []),
    steps.length > 0 && mayEdit(now) ? [kindMenu(situation)] : [],
    line !== undefined && mayEdit(now) ? lineItems(line, situation) : [],
    clipboardItems(situation),
    offered([commands.duplicate, commands.copyFormat, commands.pasteFormat, commands.remove], situation),
    offered(whole, situation),
    offered([...looking, commands.review, commands.comment], situation),
  ]
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): Items => [...(index > 0 ? [{ type: 'divider' as const }] : []), ...group])
}

function offered(group: readonly Command[], situation: () => Situation): Items {
  const now = situation()
  return group
    .filter((command) => command.may?.(now) ?? true)
    .map((command) => ({
      key: command.label,
      label: command.label,
      extra: keyLabel(command.keys[0] ?? ''),
      onClick: () => command.run(situation()),
    }))
}

/** The kind of all selected steps. */
function kindMenu(situation: () => Situation): Items[number] {
  return {
    key: 'kind',
    label: stepPanel.kind,
    children: stepKinds.map((kind) => ({
      key: kind,
      label: stepKindName[kind],
      onClick: () => {
        const { edit, session, sayDone } = situation()
        const { steps } = session.selection
        const done = edit((chart) => setFieldsOfAll(chart, steps, { kind }))
        if (done && steps.length > 1) sayDone(selectionText.done(stepPanel.kind, steps.length))
      },
    })),
  }
}

function lineItems(id: string, situation: () => Situation): Items {
  return [
    { key: 'label', label: canvasText.label, onClick: () => setSession({ labelling: id }) },
    { key: 'reverse', label: canvasText.reverse, onClick: () => reverse(id, situation()) },
    {
      key: 'insert',
      label: canvasText.insert,
      children: stepKinds.map((kind) => ({
        key: `insert ${kind}`,
        label: stepKindName[kind],
        onClick: () => {
          const { doc, edit, newId } = situation()
          const chart = doc.chart()
          const from = chart.flowlines.find((line) => line.id === id)?.from
          const made = newStep(
            kind,
            chart.steps.find((step) => step.id === from),
          )
          const ids = { step: newId(), flowline: newId() }
          if (edit((now) => insertStepInto(now, id, made, ids))) nameIt(ids.step)
        },
      })),
    },
  ]
}

function reverse(id: string, { doc, edit, sayDone }: Situation): void {
  const chart = doc.chart()
  const line = chart.flowlines.find((each) => each.id === id)
  if (!line || !edit((now) => reconnect(now, id, line.to, line.from))) return
  select({ flowlines: [id] })
  sayDone(gestureText.reconnected(stepNameIn(chart, line.to), stepNameIn(chart, line.from)))
}

function kindsAfter({ from, make, side }: OpenMenu, situation: () => Situation): Items {
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
          const exit = { ...(before ? exitOf(before, { branch: true }) : {}), ...(side ? { side } : {}) }
          const made = make?.(kind) ?? newStep(kind, before)
          const done = edit((chart) => insertStepAfter(chart, from!, made, ids, exit))
          if (done) nameIt(ids.step)
        },
      })),
    },
  ]
}
