import { useMemo, useState } from 'react'
import { Input, Modal } from 'antd'
import { connect } from '../../model/edits/flowlines.ts'
import { commandSynonyms } from '../../text/screen/commandSynonyms.ts'
import { gestureText } from '../../text/screen/gestureText.ts'
import { paletteText } from '../../text/screen/paletteText.ts'
import type { Command } from '../openChart/commands/command.ts'
import { commands } from '../openChart/commands/commands.ts'
import { mayEdit } from '../openChart/commands/stepCommands.ts'
import { keyLabel } from '../openChart/commands/useKeys.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { setSession, select, useSession } from '../openChart/session.ts'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import type { Findable } from './findable.ts'
import { findMatches } from './findable.ts'
import { useEscape } from '../base/useEscape.ts'
import './CommandPalette.css'

/** Maximum number of results shown. */
const shown = 12

/** Finds commands and steps by a few letters; Enter runs or shows one. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  return <FindList all={useFindables()} hint={paletteText.hint} onClose={onClose} />
}

/** Finds the step that a flowline from the selected one leads to. */
export function ConnectPalette({ onClose }: { readonly onClose: () => void }) {
  const { steps } = useChart()
  const situation = useSituation()
  const [from] = useSession((session) => session.selection).steps
  const name = steps.find((step) => step.id === from)?.name ?? ''
  const all = useMemo(
    () =>
      steps
        .filter((step) => step.id !== from)
        .map((step) => ({
          key: step.id,
          label: step.name,
          note: paletteText.step,
          run: () => {
            const { edit, newId, sayDone, session } = situation()
            if (from === undefined || !edit((chart) => connect(chart, from, step.id, newId()))) return
            sayDone(gestureText.connected(name, step.name))
            session.canvasApi?.reveal([step.id])
          },
        })),
    [steps, from, name, situation],
  )
  return <FindList all={all} hint={paletteText.connect(name)} onClose={onClose} />
}

interface FindListProps {
  readonly all: readonly Findable[]
  readonly hint: string
  readonly onClose: () => void
}

function FindList({ all, hint, onClose }: FindListProps) {
  useEscape(onClose)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = findMatches(query, all).slice(0, shown)
  const run = (one: Findable | undefined) => {
    if (!one) return
    onClose()
    one.run()
  }
  return (
    <Modal
      keyboard={false}
      open
      width={520}
      footer={null}
      closable={false}
      title={<span className="unseen">{hint}</span>}
      onCancel={onClose}
      className="command-palette"
      style={{ top: 96 }}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        aria-label={hint}
        role="combobox"
        aria-expanded={list.length > 0}
        aria-controls="found"
        data-list="stays"
        aria-activedescendant={list.length > 0 ? `found-${at}` : undefined}
        placeholder={hint}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (belongsToInputMethod(event.nativeEvent)) return
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined) {
            event.preventDefault()
            setAt((before) => Math.max(0, Math.min(list.length - 1, before + step)))
          }
          if (event.key !== 'Enter') return
          // Prevents the same Enter from pressing the close button of a dialog that opens at once.
          event.preventDefault()
          run(list[at])
        }}
      />
      <FoundList list={list} at={at} label={hint} onAt={setAt} onRun={run} />
      {list.length === 0 && <p className="field-help">{paletteText.none}</p>}
    </Modal>
  )
}

interface FoundListProps {
  readonly list: readonly Findable[]
  readonly at: number
  readonly label: string
  readonly onAt: (index: number) => void
  readonly onRun: (one: Findable) => void
}

function FoundList({ list, at, label, onAt, onRun }: FoundListProps) {
  return (
    <ul role="listbox" id="found" aria-label={label} className="command-list">
      {list.map((one, index) => (
        <li
          key={one.key}
          id={`found-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseEnter={() => onAt(index)}
          onClick={() => onRun(one)}
        >
          <span>{one.label}</span>
          <small>{one.note}</small>
        </li>
      ))}
    </ul>
  )
}

/** Results: commands that may run now, then steps. */
function useFindables(): readonly Findable[] {
  const chart = useChart()
  const situation = useSituation()
  const canvasApi = useSession((session) => session.canvasApi)
  return useMemo(() => {
    const now = situation()
    const others = Object.entries<Command>(commands).filter(
      ([, command]) => command !== commands.commandPalette,
    )
    const isAllowed = ({ may }: Command) => may?.(now) ?? true
    const allowed = others.filter(([, command]) => isAllowed(command))
    // Whoever may edit finds the rest too, and is told what is missing.
    const waiting = mayEdit(now) ? others.filter(([, command]) => !isAllowed(command)) : []
    return [
      ...allowed.map(([name, command]) => ({
        key: command.label,
        label: command.label,
        also: commandSynonyms[name] ?? [],
        note: keyLabel(command.keys[0] ?? ''),
        run: () => command.run({ ...situation(), session: now.session }),
      })),
      ...waiting.map(([name, { label }]) => ({
        key: label,
        label,
        also: commandSynonyms[name] ?? [],
        note: paletteText.notNow,
        run: () => situation().say(paletteText.notNow),
      })),
      ...chart.steps.map((step) => ({
        key: step.id,
        label: step.name,
        note: paletteText.step,
        run: () => {
          select({ steps: [step.id] })
          setSession({ dialog: null })
          canvasApi?.show(step.id)
        },
      })),
    ]
  }, [chart, situation, canvasApi])
}
