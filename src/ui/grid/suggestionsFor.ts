/** Suggestions of a cell while typing. */
import type { Chart } from '../../model/chart.ts'
import { grid } from '../../text/screen/grid.ts'
import { dutyName, parallelName, stepKindName } from '../../text/terms.ts'
import type { GridColumn } from './gridColumns.ts'

/** In 岗位 and 等级 only the last piece is completed; the text before it stays. */
const several: ReadonlySet<GridColumn> = new Set(['posts', 'level'])
const lastPiece = /^(?<before>[\s\S]*[、；;，,\n]\s*)?(?<number>\d+\.\s*)?(?<piece>[^、；;，,\n]*)$/

function pieceOf(column: GridColumn, draft: string): { readonly before: string; readonly piece: string } {
  const groups = several.has(column) ? lastPiece.exec(draft)?.groups : undefined
  if (!groups) return { before: '', piece: draft.trim() }
  return {
    before: (groups['before'] ?? '') + (groups['number'] ?? ''),
    piece: (groups['piece'] ?? '').trim(),
  }
}

function optionsOf(column: GridColumn, chart: Chart): readonly string[] {
  switch (column) {
    case 'kind':
      return Object.values(stepKindName)
    case 'posts':
      return chart.posts.map((post) => post.name)
    case 'level':
      return chart.grading.levels.map((level) => level.name)
    case 'duty':
      return Object.values(dutyName)
    case 'parallel':
      return Object.values(parallelName)
    case 'public':
      return [grid.public, grid.internal]
    default:
      return []
  }
}

const most = 12

/** Matches for the typed text; all if it is empty or equals one choice. */
export function suggestionsFor(column: GridColumn, chart: Chart, draft: string): readonly string[] {
  const options = optionsOf(column, chart)
  const { piece } = pieceOf(column, draft)
  const fitting = options.includes(piece) ? options : options.filter((option) => option.includes(piece))
  return fitting.slice(0, most)
}

/** The draft with its last piece replaced by the chosen suggestion. */
export function completed(column: GridColumn, draft: string, chosen: string): string {
  return pieceOf(column, draft).before + chosen
}
