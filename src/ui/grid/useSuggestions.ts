import { useState } from 'react'
import type { Chart } from '../../model/chart.ts'
import type { GridColumn } from './gridColumns.ts'
import { completed, suggestionsFor } from './suggestionsFor.ts'
import type { CellDraft } from './useCellDraft.ts'

export interface SuggestionList {
  readonly options: readonly string[]
  /** -1 until an arrow key selects one; Enter then commits the typed text. */
  readonly chosen: number
  readonly take: (option: string) => void
  /** Returns whether the list handled the key. */
  readonly key: (chord: string) => boolean
}

export function useSuggestions(column: GridColumn, chart: Chart, cell: CellDraft): SuggestionList {
  const draft = cell.draft
  const [choice, setChoice] = useState({ of: '', at: -1 })
  const options = draft ? suggestionsFor(column, chart, draft.text) : []
  const of = `${column} ${draft?.text ?? ''}`
  const chosen = choice.of === of ? choice.at : -1
  const take = (option: string) => {
    if (draft) cell.begin('edit', completed(column, draft.text, option))
  }
  return {
    options,
    chosen,
    take,
    key: (chord) => {
      if (options.length === 0) return false
      const down = chord === 'ArrowDown'
      if (down || (chord === 'ArrowUp' && chosen >= 0)) {
        setChoice({ of, at: Math.max(-1, Math.min(chosen + (down ? 1 : -1), options.length - 1)) })
        return true
      }
      const option = options[chosen]
      // The text is now the option; Enter or Tab commits it.
      if (option !== undefined && (chord === 'Enter' || chord === 'Tab')) take(option)
      return false
    },
  }
}
