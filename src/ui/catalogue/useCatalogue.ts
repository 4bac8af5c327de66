import { useCallback, useEffect, useRef, useState } from 'react'
import type { CatalogueAnswer, ListedPower } from '../../model/catalogue/answers.ts'
import { applyPowerChanges, type PowerChange } from '../../model/catalogue/changes.ts'
import { byOrder } from '../../model/records/order.ts'
import { useApi, useAppServices, type AppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import type { CatalogueApi } from '../base/api/catalogueApi.ts'
import { localCatalogue } from './localCatalogue.ts'

export interface Catalogue extends CatalogueAnswer {
  /** The server did not answer; derived from the charts of this browser. */
  readonly isLocal: boolean
}

export interface CatalogueDesk {
  /** Null during the first read. */
  readonly catalogue: Catalogue | null
  readonly refresh: () => Promise<void>
  /**
   * Applies changes optimistically and sends them; on failure shows the error and reloads. Returns
   * success.
   */
  readonly edit: (changes: readonly PowerChange[]) => Promise<boolean>
}

export function useCatalogue(): CatalogueDesk {
  const services = useAppServices()
  const server = useApi().catalogue
  const { message } = useToasts()
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null)
  const edits = useRef(0)
  const refresh = useCallback(async () => {
    const before = edits.current
    const answer = await read(services, server)
    // An answer from before an edit would take the edit back on the screen.
    if (edits.current === before) setCatalogue(answer)
  }, [services, server])
  useEffect(() => {
    void refresh()
    const seen = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [refresh])
  const edit = useCallback(
    async (changes: readonly PowerChange[]) => {
      if (changes.length === 0) return true
      edits.current += 1
      setCatalogue((before) => before && { ...before, powers: applied(before.powers, changes) })
      try {
        const touched = new Set(changes.map(({ id }) => id))
        const { powers } = await server.change(changes)
        setCatalogue(
          (before) =>
            before && {
              ...before,
              powers: [...before.powers.filter(({ id }) => !touched.has(id)), ...powers].sort(byOrder),
            },
        )
        return true
      } catch (error) {
        void message.error({ content: sayServerError(error), duration: 8 })
        void refresh()
        return false
      }
    },
    [server, refresh, message],
  )
  return { catalogue, refresh, edit }
}

/** The expected result, until the server answers with who added what. */
function applied(powers: readonly ListedPower[], changes: readonly PowerChange[]): readonly ListedPower[] {
  const mine = new Set(powers.flatMap(({ id, mine }) => (mine ? [id] : [])))
  return applyPowerChanges(powers, changes).map((power) =>
    mine.has(power.id) ? { ...power, mine: true } : power,
  )
}

async function read(services: AppServices, server: CatalogueApi): Promise<Catalogue> {
  if (await isKnown(services)) {
    try {
      return { ...(await server.read()), isLocal: false }
    } catch {
      // The page shows that the catalogue is local.
    }
  }
  return { ...(await localCatalogue(services)), isLocal: true }
}

/** Whether this browser has a name or a role on any chart; otherwise the server is not asked. */
export async function isKnown({ person, charts }: AppServices): Promise<boolean> {
  return person.read() !== undefined || (await charts.list()).some(({ role }) => role !== undefined)
}
