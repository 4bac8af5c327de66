/** 单位设置: one a server, read by everybody who is signed in, set by the administrator. Promises: model/unit/README.md [UN10]–[UN13]. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Fields, FieldValue } from '../../model/records/records.ts'
import {
  repairedUnit,
  mostInEmblem,
  tidiedValue,
  unitFields,
  unitProblem,
  type Unit,
  type UnitField,
} from '../../model/unit/unit.ts'
import { plainEmblem } from '../../publicationRenderer/plainEmblem.ts'
import { sayBadField } from '../../text/messages/api.ts'
import { emblemProblem, notOfUnit, sayUnitProblem } from '../../text/messages/unitProblems.ts'
import type { ServerContext } from '../serverContext.ts'
import { present } from './chartRoutes.ts'
import { apiRoute, type ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'

const changeBody = z.partialRecord(
  z.enum(['emblem', ...unitFields] as readonly [UnitField | 'emblem', ...(UnitField | 'emblem')[]]),
  z.json(),
  { error: notOfUnit },
)

export const unitRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/unit',
    summary: 'readUnit',
    who: 'signedIn',
    answer: async (_, context): Promise<Unit> => unitOf(context),
  }),
  apiRoute({
    method: 'patch',
    path: '/api/unit',
    summary: 'changeUnit',
    who: 'administrator',
    body: changeBody,
    answer: async ({ body }, context): Promise<Unit> => {
      const { emblem: picture, ...values } = body
      const emblem = picture === undefined ? undefined : emblemOf(picture)
      const fields = { ...checked(values), ...(emblem && { emblem: emblem.name }) }
      await context.store.unit.change(fields, emblem?.png)
      return unitOf(context)
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/unit/emblem',
    summary: 'readEmblem',
    who: 'signedIn',
    answer: async ({ c }, context) => {
      const png = await context.store.unit.emblem()
      if (!png) throw new RequestError('not-found')
      return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/nextNotice',
    summary: 'nextNotice',
    who: 'mark',
    answer: async ({ c, chart }, context): Promise<{ readonly number: string }> => {
      const { unit: named } = await present(chart, context)
      const year = Number(
        /^\d{4}$/.exec(c.req.query('year') ?? '')?.[0] ?? new Date(context.now()).getFullYear(),
      )
      const { noticeWord: word, name = named } = await unitOf(context)
      return { number: await context.reviews.nextNumber(chart, year, { word, name }) }
    },
  }),
]

async function unitOf({ store }: ServerContext): Promise<Unit> {
  return repairedUnit(await store.unit.read())
}

function checked(values: Partial<Record<UnitField, FieldValue>>): Fields {
  const given = Object.entries(values) as [UnitField, FieldValue][]
  return Object.fromEntries(
    given.map(([field, value]) => {
      const problem = unitProblem(field, value)
      if (problem) throw new RequestError('bad-request', sayBadField(field, sayUnitProblem(problem)))
      return [field, tidiedValue(field, value)]
    }),
  )
}

interface KeptEmblem {
  /** Null where it is taken away. */
  readonly name: string | null
  readonly png?: Uint8Array
}

function emblemOf(picture: FieldValue): KeptEmblem {
  if (picture === null || picture === '') return { name: null }
  const bytes = typeof picture === 'string' ? Buffer.from(picture, 'base64') : new Uint8Array()
  if (bytes.length > mostInEmblem)
    throw new RequestError('bad-request', sayBadField('emblem', emblemProblem.tooLarge(mostInEmblem / 1024)))
  const png = plainEmblem(bytes)
  if (!png) throw new RequestError('bad-request', sayBadField('emblem', emblemProblem.unreadable))
  return { name: createHash('sha256').update(png).digest('hex'), png }
}
