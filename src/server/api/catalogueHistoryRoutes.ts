/** The history of the 职权目录: what was changed in one go, and taking it back. */
import type { CatalogueTakenBack } from '../../model/catalogue/answers.ts'
import { mostListedTurns, type PowerHistory } from '../../model/catalogue/powerChangeSet.ts'
import { takeBackChangeSet } from '../../model/catalogue/takeBackChangeSet.ts'
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
      const found = await store.powers.changeSets(
        Number.isSafeInteger(before) ? before : undefined,
        atOnce + 1,
      )
      const changeSets = found.slice(0, atOnce).map(({ turns, ...changeSet }) => ({
        ...changeSet,
        count: turns.length,
        turns: turns.slice(0, mostListedTurns),
      }))
      return { changeSets, more: found.length > atOnce }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/catalogue/history/:changeSet/restore',
    summary: 'takeBackCatalogue',
    who: 'catalogue',
    answer: async ({ c, caller }, context): Promise<CatalogueTakenBack> => {
      const who = signedIn(caller)
      const id = Number(c.req.param('changeSet'))
      const changeSet = Number.isSafeInteger(id) ? await context.store.powers.changeSet(id) : undefined
      if (!changeSet) throw new RequestError('not-found', catalogueTrouble.noChangeSet)
      const kept = await context.store.powers.list()
      const now = new Map(kept.map((power) => [power.id, power.fields]))
      const { changes, left } = takeBackChangeSet(now, changeSet.turns)
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
