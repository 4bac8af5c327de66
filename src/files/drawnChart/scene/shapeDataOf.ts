import { dataKeys } from '../../../text/paper/exchangeWords.ts'
import { dataFields, drawnNotes } from '../../../text/recognition/drawnWords.ts'
import { parallelIn } from '../../../text/recognition/parallelIn.ts'
import type { ShapeData } from './scene.ts'

/** Data of a figure under known names are fields of the step; others are noted. */
export function shapeDataOf(data: Readonly<Record<string, string>>): ShapeData | undefined {
  const said = Object.entries(data).filter(
    ([key, value]) => value.trim() !== '' && !ownKeys.test(key) && key !== dataKeys.name,
  )
  if (said.length === 0) return undefined
  const lists: { [field: string]: string[] } = {}
  let limit: string | undefined
  for (const [key, value] of said) {
    if (key === dataKeys.phase || key === dataKeys.parallel) continue
    const field = dataFields.find(([, words]) => words.test(key))?.[0]
    if (field === 'limit') limit = value
    else if (field !== undefined)
      (lists[field] ??= []).push(...(field === 'posts' ? value.split(/[、；;\n]/) : [value]))
    else (lists['notes'] ??= []).push(drawnNotes.data(key, value))
  }
  const phase = data[dataKeys.phase]?.trim() ?? ''
  const parallel = parallelIn(data[dataKeys.parallel] ?? '')
  return {
    ...lists,
    ...(limit !== undefined && { limit }),
    ...(phase !== '' && { phase }),
    ...(parallel && { parallel }),
  }
}

/** Attributes of draw.io itself. */
const ownKeys = /^(?:link|tooltip|placeholders|tags|id|label|backgroundImage|xmlns.*)$/i
