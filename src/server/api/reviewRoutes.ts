/** 审核意见 and 逐级审定, for screens that list many charts and for other programs. */
import { z } from 'zod'
import { mostRungs } from '../../model/review/ladder.ts'
import { noticeKinds } from '../../model/registers/notice.ts'
import { markKinds } from '../../model/review/mark.ts'
import type { ReviewCommand, Reviewer } from '../../model/review/decide.ts'
import type { Author } from '../../model/review/mark.ts'
import type { Review } from '../../model/review/review.ts'
import { unsettled } from '../../model/review/review.ts'
import { reviewRefusals } from '../../text/screen/review.ts'
import { may } from '../../protocol/roles.ts'
import type { TodoKind } from '../../model/review/todoKinds.ts'
import type { ListedTodo, TodoList } from '../../model/review/todosOf.ts'
import { todoKinds } from '../../model/review/todoKinds.ts'
import { todosOf } from '../../model/review/todosOf.ts'
import type { Caller } from '../access/access.ts'
import { present } from './chartRoutes.ts'
import type { ApiRoute } from './route.ts'
import { RequestError } from '../requestError.ts'
import { signedIn, apiRoute } from './route.ts'

const id = z.string().min(1).max(200)
const text = z.string().max(4000).default('')

const target = z.discriminatedUnion('on', [
  z.object({ on: z.literal('chart') }),
  z.object({ on: z.enum(['step', 'risk', 'measure', 'post']), id, name: z.string().max(400) }),
])

const record = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('meeting'),
    on: z.iso.date(),
    place: z.string().max(200),
    due: z.int().min(1).max(1000),
    present: z.int().min(0).max(1000),
    decision: z.string().max(4000),
    dissent: text,
  }),
  z.object({
    what: z.literal('publicity'),
    from: z.iso.date(),
    until: z.iso.date(),
    place: z.string().max(200),
    objections: text,
    answers: text,
  }),
])

const ownLadder = z.object({
  name: z.string().max(100),
  rungs: z
    .array(
      z.object({
        id,
        name: z.string().max(40),
        right: z.enum(['write', 'mark']),
        by: z.enum(['another', 'anyone']).optional(),
        asks: z.enum(['meeting', 'publicity']).optional(),
        who: z.array(z.string().max(100)).max(50).optional(),
      }),
    )
    .max(mostRungs),
})

/** A command as it comes from outside. */
export const reviewCommand = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mark'),
    target,
    what: z.enum(markKinds),
    text,
    suggestedLevel: z.string().max(40).optional(),
  }),
  z.object({ kind: z.enum(['reply', 'settle', 'accept', 'return']), mark: id, text }),
  z.object({ kind: z.literal('withdraw'), mark: id }),
  z.object({ kind: z.literal('pass'), text, record: record.optional() }),
  z.object({ kind: z.literal('sendBack'), to: id, text }),
  z.object({
    kind: z.literal('issue'),
    notice: z.object({
      what: z.enum(noticeKinds),
      colour: z.enum(['green', 'yellow', 'orange', 'red']),
      number: z.string().max(60),
      addressee: z.string().max(100),
      marks: z.array(id).max(500),
      deadline: z.iso.date(),
      issuer: z.string().max(100).optional(),
      contact: z.string().max(60).optional(),
      phone: z.string().max(60).optional(),
      copies: z.string().max(300).optional(),
    }),
    text,
  }),
  z.object({ kind: z.literal('comment'), target, text }),
  z.object({ kind: z.literal('answer'), comment: id, text }),
  z.object({ kind: z.literal('close'), comment: id }),
  z.object({ kind: z.literal('receipt'), notice: id, text }),
  z.object({ kind: z.literal('ladder'), ladder: id, own: ownLadder.optional() }),
]) satisfies z.ZodType<ReviewCommand>

export const reviewRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/api/charts/:chart/review',
    summary: 'readReview',
    who: 'read',
    answer: async ({ chart }, context) => {
      await present(chart, context)
      return { events: (await context.reviews.of(chart)).events }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/api/charts/:chart/review',
    summary: 'giveReview',
    who: 'read',
    body: reviewCommand,
    answer: async ({ caller, chart, role, body }, context) => {
      await present(chart, context)
      const given = await context.reviews.give(chart, body, authorOf(caller), role)
      if (given.ok) return given
      if (given.code === 'no-right') throw new RequestError('no-right')
      throw new RequestError('refused', reviewRefusals[given.code])
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/review',
    summary: 'listReviews',
    who: 'signedIn',
    answer: async ({ caller }, context) => {
      const charts = await context.store.charts.list()
      const roleOn = await context.access.rolesOf(signedIn(caller).id)
      const seen = await Promise.all(
        charts
          .filter((kept) => kept.deletedAt === undefined)
          .map(async ({ id: chart, title, unit }) => {
            const role = roleOn(chart)
            if (role === undefined) return []
            return [{ id: chart, title, unit, role, ...standing(await context.reviews.recent(chart)) }]
          }),
      )
      return { charts: seen.flat() }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/api/todo',
    summary: 'todo',
    who: 'signedIn',
    answer: async ({ caller }, context): Promise<TodoList> => {
      const who = authorOf(caller)
      const charts = await context.store.charts.list()
      const roleOn = await context.access.rolesOf(who.id)
      const each = await Promise.all(
        charts.map(async ({ id: chart, title, deletedAt }): Promise<readonly ListedTodo[]> => {
          const role = roleOn(chart)
          if (role === undefined || deletedAt !== undefined) return []
          const reviewer = { ...who, may: (right: ReviewerRight) => may(role, right) }
          return todosOf(await context.reviews.recent(chart), reviewer).map((todo) => ({
            ...todo,
            chart,
            title,
          }))
        }),
      )
      return listedTodos(each.flat())
    },
  }),
]

type ReviewerRight = Parameters<Reviewer['may']>[0]

/** Of one answer; the counts are of all. */
const mostTodos = 100

const kindRank = ({ kind }: ListedTodo) => todoKinds.indexOf(kind)

function listedTodos(all: readonly ListedTodo[]): TodoList {
  const count = (kind: TodoKind) => all.filter((todo) => todo.kind === kind).length
  const counts = Object.fromEntries(todoKinds.map((kind) => [kind, count(kind)])) as TodoList['counts']
  return { counts, todos: [...all].sort((a, b) => kindRank(a) - kindRank(b)).slice(0, mostTodos) }
}

export function authorOf(caller: Caller): Author {
  const { id: person, name } = signedIn(caller)
  return { id: person, name, post: caller.kind === 'person' ? caller.post : '' }
}

function standing(review: Review): object {
  return {
    ladder: review.ladder.id,
    rungs: review.ladder.rungs,
    rung: review.rung,
    approved: review.approved,
    marks: review.marks,
    unsettled: unsettled(review).length,
    notices: review.notices,
  }
}
