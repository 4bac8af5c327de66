import { Modal } from 'antd'
import { commandGroupName } from '../../text/screen/commands.ts'
import { helpText } from '../../text/screen/helpText.ts'
import type { Command, CommandGroup } from '../openChart/commands/command.ts'
import { commands } from '../openChart/commands/commands.ts'
import { keyLabel } from '../openChart/commands/useKeys.ts'
import { useEscape } from '../base/useEscape.ts'
import './HelpDialog.css'

const groups = Object.keys(commandGroupName) as CommandGroup[]

const gestures = [
  [helpText.typing, helpText.typingDo],
  [helpText.enter, helpText.enterDo],
  [helpText.clipboard, helpText.clipboardDo],
  [helpText.box, helpText.boxDo],
  [helpText.snap, helpText.snapDo],
] as const

/** All keys, read from the table of commands. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const all = Object.values<Command>(commands).filter((command) => command.keys.length > 0)
  return (
    <Modal keyboard={false} open width={760} footer={null} title={helpText.heading} onCancel={onClose}>
      <div className="help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{commandGroupName[group]}</h3>
            <dl>
              {all
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.label}>
                    <dt>{command.keys.map(keyLabel).filter(isFirst).join('、')}</dt>
                    <dd>{command.label}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section className="help-gestures">
          <dl>
            {gestures.map(([keys, does]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  )
}

function isFirst(label: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(label) === index
}
