/**
 * The unit's emblem as pixels: fetched once, then kept in this browser. Separate from
 * `unitNow.ts`, because only exports need the PNG reader.
 */
import type { Unit } from '../../../model/unit/unit.ts'
import type { Emblem } from '../../../sheet/pageStyle.ts'
import { pngDataUri } from '../../../sheet/writers/base64.ts'
import { readEmblem } from '../../../sheet/writers/pngPixels.ts'
import { emblemKey } from './lastKnownUnit.ts'
import type { UnitApi } from '../api/unitApi.ts'

/** Null if the unit has none or it cannot be fetched. */
export async function unitEmblem({ emblem: name }: Unit, server: UnitApi): Promise<Emblem | null> {
  if (name === undefined) return null
  const kept = await lastKnownEmblem(name, localStorage)
  if (kept) return kept
  try {
    const emblem = readEmblem(await server.emblem())
    keepUnitEmblem(name, emblem, localStorage)
    return emblem
  } catch {
    return null
  }
}

/** The kept emblem of that name; undefined if this browser has none or another. */
async function lastKnownEmblem(name: string, storage: Storage): Promise<Emblem | undefined> {
  try {
    const [kept, uri] = storage.getItem(emblemKey)?.split(' ') ?? []
    if (kept !== name || uri === undefined) return undefined
    return readEmblem(new Uint8Array(await (await fetch(uri)).arrayBuffer()))
  } catch {
    return undefined
  }
}

/** If storage is full, the emblem is fetched each time. */
function keepUnitEmblem(name: string, emblem: Emblem, storage: Storage): void {
  try {
    storage.setItem(emblemKey, `${name} ${pngDataUri(emblem.png)}`)
  } catch {
    // Storage is full: ignored.
  }
}
