/** Reads a 办理时限 cell. A bare number takes the unit of its column; of 法定 and 承诺 in one cell, 承诺 is used. */
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import type { TimeLimit } from '../../../model/time/timeLimit.ts'
import { emptyCell, promisedPart, statutoryPart } from '../../../text/recognition/tableWords.ts'

/** Undefined for an empty cell. The wording is kept. */
export function readLimitCell(cell: string, unit: string | undefined): TimeLimit | undefined {
  const words = cell.trim()
  if (words === '' || emptyCell.test(words)) return undefined
  const half = words.normalize('NFKC')
  if (unit !== undefined && /^\d+(?:\.\d+)?$/.test(half))
    return readTimeLimit(`${half}${unit === '工作日' ? '个' : ''}${unit}`)
  const whole = readTimeLimit(words)
  if (whole.kind !== 'unread') return whole
  const parts = half
    .split(/[()[\]【】;,、，；\n/]|(?<=\S)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const promised = parts.find((part) => promisedPart.test(part))
  const others = parts.filter((part) => !statutoryPart.test(part))
  const meant = promised ?? (others.length === 1 && others.length < parts.length ? others[0] : undefined)
  const limit = meant === undefined ? undefined : readTimeLimit(meant.replace(promisedPart, ''))
  return limit && limit.kind !== 'unread' ? { ...limit, wording: words } : whole
}
