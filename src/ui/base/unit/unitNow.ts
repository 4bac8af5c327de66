/** The unit as the server says it now; where no server answers in time, as it last did. */
import type { Unit } from '../../../model/unit/unit.ts'
import type { AppServices } from '../appServices.ts'
import { keepUnit, lastKnownUnit } from './lastKnownUnit.ts'

/** ms; nobody waits longer for a chart to begin. */
const patience = 1500

export async function unitNow(services: AppServices): Promise<Unit> {
  return (await isKnown(services)) ? inTime(services, services.api.unit.read) : lastKnownUnit(localStorage)
}

/**
 * For a chart that is about to be made. Its maker is made known to the server with it
 * anyway (`admission`): said a moment earlier, so that their first chart, too, begins
 * with what holds for the unit.
 */
export async function unitForNew(services: AppServices): Promise<Unit> {
  const known = await isKnown(services)
  return inTime(services, async () => {
    if (!known) await services.server.sayWho({ name: '', post: '' })
    return services.api.unit.read()
  })
}

/** Whoever has neither said a name nor met the server is nobody to it: not worth asking. */
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
