import { expect, it } from 'vitest'
import type { Command, Situation } from '../../../../src/ui/openChart/commands/command.ts'
import { commands } from '../../../../src/ui/openChart/commands/commands.ts'
import { whyNotNow } from '../../../../src/ui/openChart/commands/whyNotNow.ts'
import { initialSession, type Session } from '../../../../src/ui/openChart/session.ts'

const why = (command: Command, chord: string, session: Partial<Session>) =>
  whyNotNow(command, chord, { session: { ...initialSession, ...session } } as Situation)
const selected = (...steps: readonly string[]) => ({ selection: { steps, flowlines: [] } })

it('[CV25] a key that does nothing says why, where somebody may wonder', () => {
  const { addNext, remove, rename, drawOn, undo } = commands
  expect(why(addNext, 'Mod+ArrowDown', selected('a', 'b'))).toBe('请先选中一个环节，再用这个键。')
  expect(why(rename, 'F2', {})).toBe('请先选中一个环节，再用这个键。')
  expect(why(remove, 'Delete', { ...selected('a'), edition: 'external' })).toMatch(/切回内部流程图/)
  expect(why(remove, 'Delete', { ...selected('a'), access: 'viewer' })).toMatch(/只读/)
  for (const [command, chord] of [
    [remove, 'Delete'],
    [rename, 'Enter'],
    [drawOn, 'Tab'],
    [undo, 'Mod+Z'],
  ] as const)
    expect(why(command, chord, {}), chord).toBeUndefined()
})
