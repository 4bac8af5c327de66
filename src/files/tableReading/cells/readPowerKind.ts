import type { PowerKind } from '../../../model/chart.ts'
import { powerKinds } from '../../../model/powerKinds.ts'
import { powerKindWords } from '../../../text/recognition/powerHeadings.ts'
import { powerKindName } from '../../../text/terms.ts'

/** Reads a kind of power from its Chinese name; undefined if unknown. */
export function readPowerKind(words: string): PowerKind | undefined {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '')
  const bare = said.replace(/^行政/, '').replace(/(?:类|权|事项)$/, '')
  return (
    powerKinds.find((kind) => powerKindName[kind] === said) ??
    powerKinds.find((kind) => (powerKindWords[kind] as readonly string[]).includes(bare))
  )
}
