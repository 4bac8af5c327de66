/**
 * 预警处置. Members of the unit see the cases of charts that they may read and those in which they acted; who
 * manages the catalogue sees all. No share link of a chart opens any of it.
 */
import { z } from 'zod'
import { isLateWarning, type WarningCase } from '../../model/control/warningCase.ts'
import type { WarningActor } from '../../model/control/decideWarning.ts'
import { chinaDay } from '../../model/time/chinaDay.ts'
import { warningRefusals } from '../../text/messages/warningRefusals.ts'
import type { Caller } from '../access/access.ts'
import { AccessError } from '../access/accessError.ts'
import { RequestError } from '../requestError.ts'
import type { ServerContext } from '../serverContext.ts'
import { controlRightOf } from './controlRoutes.ts'
import { authorOf } from './reviewRoutes.ts'
import { apiRoute, signedIn, type ApiRoute } from './route.ts'

const text = z.string().max(5000)
const words = z.string().max(200)
const day = z.iso.date()

const openBody = z.object({
  kind: z.literal('open'),
  source: words,
  problem: text,
  about: words.default(''),
  chart: z.string().min(1).max(60).optional(),
})

const stepBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('judge'), stands: z.boolean(), text }),
  z.object({
    kind: z.literal('treat'),
    colour: z.enum(['green', 'yellow', 'orange', 'red']),
    way: words,
    number: words.default(''),
    lead: words.default(''),
    addressee: words,
    goal: text,
    deadline: day,
  }),
  z.object({ kind: z.literal('receipt'), text, measures: text.default('') }),
  z.object({ kind: z.literal('progress'), stage: words.default(''), text }),
  z.object({ kind: z.literal('mend'), text }),
  z.object({ kind: z.literal('review'), passes: z.boolean(), text }),
  z.object({ kind: z.literal('askExtension'), until: day, text }),
  z.object({ kind: z.literal('decideExtension'), grants: z.boolean(), text }),
  z.object({ kind: z.literal('close'), text }),
])

export const warningRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/control/warnings',
    summary: 'listWarnings',
    who: 'catalogue',
    answer: async ({ caller }, context) => {
      const today = chinaDay(context.now())
      const seen = await seenBy(caller, context)
      const cases = (await context.warnings.all()).filter(seen)
      return {
        today,
        may: await controlRightOf(caller, context),
        warnings: cases.sort((a, b) => (a.number < b.number ? 1 : -1)),
        late: cases.filter((one) => isLateWarning(one, today)).length,
      }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/control/warnings',
    summary: 'openWarning',
    who: 'catalogue',
    body: openBody,
    answer: async ({ caller, body }, context) => {
      const { chart } = body
      const id = signedIn(caller).id
      if (chart !== undefined && (await context.access.roleOf(id, chart)) === undefined)
        throw new AccessError('no-right')
      return answered(await context.warnings.give(undefined, body, await actorOf(caller, context)))
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/control/warnings/:warning',
    summary: 'giveWarning',
    who: 'catalogue',
    body: stepBody,
    answer: async ({ c, caller, body }, context) => {
      const id = c.req.param('warning') ?? ''
      const seen = await seenBy(caller, context)
      // A case that this person may not see is refused as one that does not exist.
      if (!(await context.warnings.all()).some((one) => one.id === id && seen(one)))
        throw new RequestError('not-found')
      return answered(await context.warnings.give(id, body, await actorOf(caller, context)))
    },
  }),
]

type Given = Awaited<ReturnType<ServerContext['warnings']['give']>>

function answered(given: Given): { readonly warning: WarningCase } {
  if (given.ok) return { warning: given.warning }
  throw new RequestError('refused', warningRefusals[given.code])
}

async function actorOf(caller: Caller, context: ServerContext): Promise<WarningActor> {
  const right = await controlRightOf(caller, context)
  return {
    ...authorOf(caller),
    may: (wanted) => right === 'keep' || (right === 'write' && wanted === 'write'),
  }
}

async function seenBy(caller: Caller, context: ServerContext): Promise<(one: WarningCase) => boolean> {
  const { id } = signedIn(caller)
  const right = await controlRightOf(caller, context)
  const roleOn = await context.access.rolesOf(id)
  return ({ opened, events }) =>
    right === 'keep' ||
    (opened.chart !== undefined && roleOn(opened.chart) !== undefined) ||
    events.some(({ by }) => by.id === id)
}
