import { useCallback, useEffect, useState } from 'react'
import type { CatalogueAnswer, ListedPower } from '../../model/catalogue/answers.ts'
import { applyPowerChanges, type PowerChange } from '../../model/catalogue/changes.ts'
import { byOrder } from '../../model/records/order.ts'
import { useApi, useAppServices, type AppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import type { CatalogueApi } from '../base/api/catalogueApi.ts'
import { localCatalogue } from './localCatalogue.ts'

export interface Catalogue extends CatalogueAnswer {
  /** No server answered: derived from the charts of this browser. */
  readonly isLocal: boolean
}

export interface CatalogueDesk {
  /** Null while it is read for the first time. */
  readonly catalogue: Catalogue | null
  readonly refresh: () => Promise<void>
  /** Shown at once, kept by the server; where it cannot be kept it is said and shown as it is. Answers whether it is kept. */
  readonly edit: (changes: readonly PowerChange[]) => Promise<boolean>
}

export function useCatalogue(): CatalogueDesk {
  const services = useAppServices()
  const server = useApi().catalogue
  const { message } = useToasts()
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null)
  const refresh = useCallback(
    async () => read(services, server).then((answer) => setCatalogue(answer)),
    [services, server],
  )
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

/** Until the server has said who added what. */
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
      // Said on the page: what is shown is this browser's own.
    }
  }
  return { ...(await localCatalogue(services)), isLocal: true }
}

/** Whoever has neither said a name nor met the server is nobody to it: not worth asking. */
export async function isKnown({ person, charts }: AppServices): Promise<boolean> {
  return person.read() !== undefined || (await charts.list()).some(({ role }) => role !== undefined)
}
