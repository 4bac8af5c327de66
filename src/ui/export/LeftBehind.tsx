import { useMemo } from 'react'
import { leftBehind } from '../../exchange/exchangeFile.ts'
import { plainScene } from '../../exchange/plainScene.ts'
import { notCarried } from '../../text/paper/exchangeWords.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { formatOf, isExchange, type ExportChoice } from './exportChoice.ts'
import type { ReadySheet } from './useSheet.ts'

interface LeftBehindProps {
  readonly choice: ExportChoice
  readonly ready: ReadySheet
}

/** What of the chart a file of another program will not hold, before it is saved. */
export function LeftBehind({ choice, ready: { content } }: LeftBehindProps) {
  const format = formatOf(choice)
  const left = useMemo(
    () => (isExchange(format) ? leftBehind(format, plainScene(content.edition, content.arrangement)) : []),
    [format, content],
  )
  if (left.length === 0) return null
  return (
    <div className="export-left-behind" role="note">
      {exportDialog.leftBehind}
      <ul>
        {left.map((what) => (
          <li key={what}>{notCarried[what]}</li>
        ))}
      </ul>
    </div>
  )
}
