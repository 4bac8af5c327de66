/** The unit from the server; if it does not answer in time, the last known one. */
import type { Unit } from '../../../model/unit/unit.ts'
import type { AppServices } from '../appServices.ts'
import { keepUnit, lastKnownUnit } from './lastKnownUnit.ts'

/** Timeout in ms; the creation of a chart waits no longer. */
const patience = 1500

export async function unitNow(services: AppServices): Promise<Unit> {
  return (await isKnown(services)) ? inTime(services, services.api.unit.read) : lastKnownUnit(localStorage)
}

/**
 * The unit for a chart that is about to be created. Registers the person with the server first
 * (`admission`), so that also their first chart starts with the unit's values.
 */
export async function unitForNew(services: AppServices): Promise<Unit> {
  const known = await isKnown(services)
  return inTime(services, async () => {
    if (!known) await services.server.sayWho({ name: '', post: '' })
    return services.api.unit.read()
  })
}

/** False if this browser has neither a name nor a role on any chart: the request is skipped. */
async function isKnown({ person, charts }: AppServices): Promise<boolean> {
  return person.read() !== undefined || (await charts.list()).some(({ role }) => role !== undefined)
}

async function inTime(services: AppServices, read: () => Promise<Unit>): Promise<Unit> {
  const late = new Promise<Unit>((resolve) => {
    services.after(patience, () => resolve(lastKnownUnit(localStorage)))
  })
  const now = read().then(
    (unit) => keepUnit(unit, localStorage),
    () => lastKnownUnit(localStorage),
  )
  return Promise.race([now, late])
}
