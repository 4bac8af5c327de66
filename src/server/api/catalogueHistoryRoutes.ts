/** The history of the 职权目录: what was changed in one go, and taking it back. */
import type { CatalogueTakenBack } from '../../model/catalogue/answers.ts'
import { mostListedTurns, type PowerHistory } from '../../model/catalogue/powerDeed.ts'
import { takeBackDeed } from '../../model/catalogue/takeBackDeed.ts'
import { catalogueTrouble } from '../../text/screen/catalogue.ts'
import { RequestError } from '../requestError.ts'
import { catalogueStanding, listedPowers, refuseForeign } from './catalogueRoutes.ts'
import type { ApiRoute } from './route.ts'
import { apiRoute, signedIn } from './route.ts'

/** Changes in one answer. */
const atOnce = 50

export const catalogueHistoryRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/catalogue/history',
    summary: 'catalogueHistory',
    who: 'catalogue',
    answer: async ({ c }, { store }): Promise<PowerHistory> => {
      const before = Number(c.req.query('before') ?? NaN)
      const found = await store.powers.deeds(Number.isSafeInteger(before) ? before : undefined, atOnce + 1)
      const deeds = found.slice(0, atOnce).map(({ turns, ...deed }) => ({
        ...deed,
        count: turns.length,
        turns: turns.slice(0, mostListedTurns),
      }))
      return { deeds, more: found.length > atOnce }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/catalogue/history/:deed/restore',
    summary: 'takeBackCatalogue',
    who: 'catalogue',
    answer: async ({ c, caller }, context): Promise<CatalogueTakenBack> => {
      const who = signedIn(caller)
      const id = Number(c.req.param('deed'))
      const deed = Number.isSafeInteger(id) ? await context.store.powers.deed(id) : undefined
      if (!deed) throw new RequestError('not-found', catalogueTrouble.noDeed)
      const kept = await context.store.powers.list()
      const now = new Map(kept.map((power) => [power.id, power.fields]))
      const { changes, left } = takeBackDeed(now, deed.turns)
      refuseForeign(changes, await catalogueStanding(who, context))
      await context.store.powers.change(changes, who.id, context.now())
      const names = new Map((await listedPowers(who, context)).map((power) => [power.id, power.name]))
      return {
        changed: new Set(changes.map((change) => change.id)).size,
        left: left.map((power) => names.get(power) ?? ''),
      }
    },
  }),
]
