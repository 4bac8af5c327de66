/**
 * Routes one flowline over the grid: A* over states (point, direction of arrival). Edges owned
 * by other groups may only be crossed at a right angle, at a price. Reaching a flowline of the
 * same group also counts as arrival, because the rest of the way is drawn already.
 */
import TinyQueue from 'tinyqueue'
import { costs } from './costs.ts'
import type { Direction, Lattice } from './grid.ts'
import { distanceToJoins, joinsOf, type Join } from './joinsOf.ts'
import { distanceBetween, isEdge, opposite, ownerOf, strideOf } from './lattice.ts'
import type { Path, Occupancy } from './occupancy.ts'

export interface RouteRequest {
  readonly group: number
  readonly return: boolean
  readonly starts: readonly Stop[]
  readonly goals: readonly Stop[]
  /** Flowlines of the same group that lie already. */
  readonly sameGroupPaths: readonly Path[]
  /**
   * Allows the route to lie on others, at a high cost; for a second attempt when there is no
   * other route.
   */
  readonly mayOverlap: boolean
}

/** A place on the outline of a step; the direction points away from it. */
export interface Stop {
  readonly point: number
  readonly direction: Direction
  readonly cost: number
}

export interface FoundRoute {
  readonly path: Path
  readonly cost: number
  /** The first and the last point that the search looked at: what lies above or below both changed nothing. */
  readonly lookedAt: PointRange
}

export interface PointRange {
  readonly first: number
  readonly last: number
}

/** Buffers reused for all routes of one grid: allocating them anew for a large grid is slow. */
export interface Router {
  readonly grid: Lattice
  readonly occupancy: Occupancy
  /** By state, which is four times the point plus the direction of arrival. */
  readonly cost: Float64Array
  readonly parent: Int32Array
  /** The round that wrote the two above. */
  readonly seen: Int32Array
  round: number
}

export function routerOf(grid: Lattice, occupancy: Occupancy): Router {
  const states = grid.width * grid.height * 4
  return {
    grid,
    occupancy,
    cost: new Float64Array(states),
    parent: new Int32Array(states),
    seen: new Int32Array(states),
    round: 0,
  }
}

interface Search extends Router {
  readonly queue: TinyQueue<Waiting>
  readonly request: RouteRequest
  readonly goals: ReadonlyMap<number, number>
  readonly joins: ReadonlyMap<number, Join>
  readonly ahead: (point: number) => number
  /** How many states were ever put into the queue. */
  pushed: number
  best: Arrival | null
}

/** A state that is to be looked at, with the least that a route over it can cost. */
interface Waiting {
  readonly least: number
  /** What the way there cost when it was put there. */
  readonly reachedFor: number
  /** Of equal costs the earlier goes first, so that routes do not depend on how the queue is built. */
  readonly turn: number
  readonly state: number
}

interface Arrival {
  readonly cost: number
  readonly state: number
  readonly join: Join | null
}

export function findRoute(router: Router, request: RouteRequest): FoundRoute | null {
  router.round++
  const joins = joinsOf(router.grid, request.sameGroupPaths)
  const search: Search = {
    ...router,
    request,
    goals: new Map(request.goals.map((goal) => [goal.point * 4 + opposite(goal.direction), goal.cost])),
    joins,
    ahead: distanceAhead(router.grid, request),
    queue: new TinyQueue<Waiting>([], (one, other) => one.least - other.least || one.turn - other.turn),
    pushed: 0,
    best: null,
  }
  for (const start of request.starts) reach(search, start.point * 4 + start.direction, start.cost, -1)
  const { queue, cost, parent } = search
  let first = Infinity
  let last = -1
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { least, reachedFor, state } = next
    if (search.best && search.best.cost <= least) break
    first = Math.min(first, state >> 2)
    last = Math.max(last, state >> 2)
    // Reached more cheaply since it was put there.
    if (cost[state]! < reachedFor) continue
    if (parent[state] === -1) goOn(search, state, state & 3, 0)
    else spread(search, state)
  }
  return search.best && { ...traced(search.best, parent), lookedAt: { first, last } }
}

function spread(search: Search, state: number): void {
  if (search.joins.size > 0) tryJoin(search, state)
  const arrived = state & 3
  for (let turn = -1; turn <= 1; turn++) {
    const leaves = (arrived + turn + 4) & 3
    const price =
      turn === 0 ? straightPrice(search, state >> 2, leaves) : turnPrice(search, state >> 2, leaves)
    if (price < Infinity) goOn(search, state, leaves, price)
  }
}

function reach(search: Search, state: number, cost: number, from: number): void {
  if (search.seen[state] === search.round && search.cost[state]! <= cost) return
  search.seen[state] = search.round
  search.cost[state] = cost
  search.parent[state] = from
  const least = cost + search.ahead(state >> 2)
  search.queue.push({ least, reachedFor: cost, turn: search.pushed++, state })
}

function goOn(search: Search, state: number, direction: number, price: number): void {
  const { grid, occupancy, request, goals } = search
  const point = state >> 2
  if (isEdge(grid, point, direction)) return
  const next = point + strideOf(grid, direction)
  const arrival = next * 4 + direction
  const toGoal = goals.get(arrival)
  if (grid.blocked[next] && toGoal === undefined) return
  const isHeld = ownerOf(grid, occupancy, point, direction) !== 0
  if (isHeld && !request.mayOverlap) return
  const overlap = isHeld ? costs.overlap : 0
  const cost = search.cost[state]! + price + overlap + costs.length * distanceBetween(grid, point, next)
  if (toGoal === undefined) {
    reach(search, arrival, cost, state)
    return
  }
  if (search.best && search.best.cost <= cost + toGoal) return
  search.parent[arrival] = state
  search.seen[arrival] = search.round
  search.best = { cost: cost + toGoal, state: arrival, join: null }
}

/** Price of going straight on: a crossing if exactly one other group lies across; otherwise forbidden. */
function straightPrice({ grid, occupancy, request }: Search, point: number, leaves: number): number {
  const one = Math.max(0, ownerOf(grid, occupancy, point, (leaves + 1) & 3))
  const other = Math.max(0, ownerOf(grid, occupancy, point, (leaves + 3) & 3))
  if (one === 0 && other === 0) return 0
  if (one === other && one !== request.group) return costs.crossing
  return request.mayOverlap ? costs.overlap : Infinity
}

/** A turn is only allowed at a point that no other flowline uses. */
function turnPrice({ grid, occupancy, request }: Search, point: number, leaves: number): number {
  const x = point % grid.width
  const line = leaves & 1 ? grid.yLines[(point - x) / grid.width]! : grid.xLines[x]!
  const price = costs.bend + line.bias + (leaves === 0 && !request.return ? costs.upward : 0)
  for (let side = 0; side < 4; side++) {
    if (ownerOf(grid, occupancy, point, side) !== 0)
      return request.mayOverlap ? price + costs.overlap : Infinity
  }
  return price
}

function tryJoin(search: Search, state: number): void {
  const { grid, occupancy, request } = search
  const point = state >> 2
  const join = search.joins.get(point)
  if (!join || opposite(join.direction) === (state & 3)) return
  let own = 0
  for (let side = 0; side < 4; side++) {
    const held = ownerOf(grid, occupancy, point, side)
    if (held === request.group) own++
    else if (held > 0) return
  }
  // Two that join at one point from both sides look like a crossing.
  if (own > 2) return
  const turn = join.direction === (state & 3) ? 0 : costs.bend
  const total = search.cost[state]! + turn + join.cost
  if (!search.best || total < search.best.cost) search.best = { cost: total, state, join }
}

function traced(arrival: Arrival, parent: Int32Array): Omit<FoundRoute, 'lookedAt'> {
  const path: number[] = []
  for (let state = arrival.state; state !== -1; state = parent[state]!) path.push(state >> 2)
  path.reverse()
  const rest = arrival.join ? arrival.join.path.slice(arrival.join.at + 1) : []
  return { path: [...path, ...rest], cost: arrival.cost }
}

/**
 * Admissible heuristic for A*: what the Manhattan distance to the bounding box of all goals costs, or
 * the one to a flowline of the same group and the rest of the way along it, whichever is less.
 */
function distanceAhead(grid: Lattice, { goals, sameGroupPaths }: RouteRequest): (point: number) => number {
  const toJoins = distanceToJoins(grid, sameGroupPaths)
  const xs = goals.map((goal) => grid.xs[goal.point % grid.width]!)
  const ys = goals.map((goal) => grid.ys[Math.floor(goal.point / grid.width)]!)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return (point) => {
    const x = grid.xs[point % grid.width]!
    const y = grid.ys[Math.floor(point / grid.width)]!
    const toGoals = costs.length * (Math.max(0, left - x, x - right) + Math.max(0, top - y, y - bottom))
    return Math.min(toGoals, toJoins(x, y, toGoals))
  }
}
