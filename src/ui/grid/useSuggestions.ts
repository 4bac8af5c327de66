import { useState } from 'react'
import type { Chart } from '../../model/chart.ts'
import type { GridColumn } from './gridColumns.ts'
import { completed, suggestionsFor } from './suggestionsFor.ts'
import type { CellDraft } from './useCellDraft.ts'

export interface SuggestionList {
  readonly options: readonly string[]
  /** None is chosen until an arrow chooses: Enter takes what was typed. */
  readonly chosen: number
  readonly take: (option: string) => void
  /** Answers whether the key was the list's. */
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
      // The text is the option from here on; Enter or Tab then commits it like any text.
      if (option !== undefined && (chord === 'Enter' || chord === 'Tab')) take(option)
      return false
    },
  }
}
