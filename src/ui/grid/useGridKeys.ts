import type { KeyboardEvent } from 'react'
import type { Command, Situation } from '../openChart/commands/command.ts'
import { commands } from '../openChart/commands/commands.ts'
import { chordOf } from '../openChart/commands/useKeys.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import { movedBy, next } from './cursor.ts'
import type { GridState } from './useGrid.ts'

/**
 * Spreadsheet keys. Ignores composition keys and stops propagation, because Tab, Enter and Delete
 * mean something else on the canvas. Passes on only commands that mean the same everywhere.
 */
export function useGridKeys(grid: GridState): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const situation = useSituation()
  return (event) => {
    event.stopPropagation()
    if (belongsToInputMethod(event.nativeEvent)) return
    const chord = chordOf(event.nativeEvent)
    const taken = grid.draft
      ? editingKey(grid, chord)
      : waitingKey(grid, chord) || runCommand(chord, situation())
    if (taken) event.preventDefault()
  }
}

const everywhere: readonly Command[] = [
  commands.undo,
  commands.redo,
  commands.commandPalette,
  commands.tidy,
  commands.actualSize,
  commands.exportChart,
  commands.save,
  commands.leave,
]

/** A command's key is consumed even if the command may not run: Ctrl+Z must not undo in the empty field. */
function runCommand(chord: string, situation: Situation): boolean {
  const command = everywhere.find((each) => each.keys.includes(chord))
  if (command && (command.may?.(situation) ?? true)) command.run(situation)
  return command !== undefined
}

/** Returns whether the key was handled. */
function editingKey(grid: GridState, chord: string): boolean {
  if (grid.suggest.key(chord)) return true
  switch (chord) {
    case 'Enter':
    case 'Shift+Enter':
    case 'Tab':
    case 'Shift+Tab':
      return leaveBy(grid, chord)
    case 'Alt+Enter':
      grid.insertText('\n')
      return true
    case 'Mod+Enter':
      grid.commitToAll()
      return true
    case 'Escape':
      grid.giveUp()
      return true
    default: {
      const to = grid.draft?.mode === 'type' ? movedBy(chord, grid.cursor.active, grid.rows) : undefined
      if (!to) return false
      if (grid.commit('key')) grid.cursor.go(to)
      return true
    }
  }
}

function leaveBy(grid: GridState, chord: string): boolean {
  const to = next(
    chord.endsWith('Tab') ? 'Tab' : 'Enter',
    chord.startsWith('Shift'),
    grid.cursor.active,
    grid.rows,
  )
  const taken = grid.commit('key')
  if (!taken) return true
  if (to) grid.cursor.go(to)
  return to !== undefined
}

function waitingKey(grid: GridState, chord: string): boolean {
  const { cursor, rows } = grid
  const moved = movedBy(chord, cursor.active, rows)
  if (moved) {
    cursor.go(moved)
    return true
  }
  const stretched = movedBy(chord.replace('Shift+', ''), cursor.extent, rows)
  if (stretched) {
    cursor.go(cursor.active, stretched)
    return true
  }
  const action = waitingActions[chord]
  if (action) {
    action(grid)
    return true
  }
  if (chord === 'Escape') return stepBack(grid)
  if (chord !== 'Enter' && chord !== 'Shift+Enter' && !chord.endsWith('Tab')) return false
  const to = next(chord.endsWith('Tab') ? 'Tab' : 'Enter', chord.startsWith('Shift'), cursor.active, rows)
  if (to) cursor.go(to)
  return to !== undefined
}

/** Esc clears the refused text, then the block, then leaves the grid (a command). */
function stepBack({ cursor, rows, edits, keptHere, range }: GridState): boolean {
  const row = rows[cursor.active.row]
  if (keptHere && row) {
    edits.forget(row, keptHere.column)
    return true
  }
  if (range.top === range.bottom && range.left === range.right) return false
  cursor.go(cursor.active)
  return true
}

const waitingActions: { readonly [chord: string]: (grid: GridState) => void } = {
  F2: (grid) => grid.beginEdit(),
  Delete: ({ edits }) => edits.clear(),
  Backspace: (grid) => grid.begin(''),
  'Mod+D': ({ edits }) => edits.fillDown(),
  'Mod+A': (grid) => grid.selectAll(),
  'Alt+Shift+ArrowUp': ({ edits }) => edits.move('up'),
  'Alt+Shift+ArrowDown': ({ edits }) => edits.move('down'),
  'Mod+Delete': ({ edits }) => edits.remove(),
}
