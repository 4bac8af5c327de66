import { describe, expect, it } from 'vitest'
import type { Chart } from '../../src/model/chart.ts'
import { addStep, insertStepAfter, insertStepInto } from '../../src/model/edits/addStep.ts'
import { connect, removeFlowlines } from '../../src/model/edits/flowlines.ts'
import { insertStepBefore } from '../../src/model/edits/insertStepBefore.ts'
import { moveStepInto } from '../../src/model/edits/moveStepInto.ts'
import { removeSteps } from '../../src/model/edits/removeSteps.ts'
import { addRisk } from '../../src/model/edits/risks.ts'
import { setFields } from '../../src/model/edits/setFields.ts'
import { chartOf, pathsOf } from '../support/chartOf.ts'
import { partsOf, startsOf, teamOn } from './team.ts'

const step = (name: string) => ({ kind: 'process', name }) as const
const ids = (name: string) => ({ step: name, flowline: `${name}-后` })
const into = (flowline: string, name: string) => (chart: Chart) =>
  insertStepInto(chart, flowline, step(name), ids(name))
const after =
  (before: string, name: string, branch = {}) =>
  (chart: Chart) =>
    insertStepAfter(chart, before, step(name), ids(name), branch)
const without =
  (...steps: readonly string[]) =>
  (chart: Chart) =>
    removeSteps(chart, steps)

const inFront = (name: string) => (chart: Chart) => insertStepBefore(chart, '决定', step(name), ids(name))
const shortcut = (chart: Chart) => connect(chart, '受理', '复审', '捷径')
const move = (moved: string, line: string) => (chart: Chart) =>
  moveStepInto(chart, moved, line, `${moved}-${line}`)

/** Two people work apart on one chart, then meet; what both see then. */
function met(words: string, one: Work, two: Work): Chart {
  const forwards = ends(words, one, two)
  const backwards = ends(words, two, one)
  expect(partsOf(forwards)).toBe(1)
  expect(partsOf(backwards)).toBe(1)
  return forwards
}

type Person = ReturnType<typeof teamOn>['people'][number]
type Work = (person: Person) => void

function ends(words: string, one: Work, two: Work): Chart {
  const { people, meet } = teamOn(chartOf(words), 2)
  one(people[0]!)
  two(people[1]!)
  meet()
  expect(people[0]!.chart()).toEqual(people[1]!.chart())
  return people[0]!.chart()
}

const doing =
  (...decisions: readonly Parameters<Person['does']>[0][]): Work =>
  (person) =>
    decisions.forEach((decide) => person.does(decide))

const route = (chart: Chart) => [...pathsOf(chart)].sort()

describe('two people restructure one flow at once', () => {
  it('[DO5] both insert into one flowline: both steps stand in it', () => {
    const chart = met('受理 -通过→ 决定', doing(into('f0', '甲')), doing(into('f0', '乙')))
    expect(startsOf(chart)).toEqual(['受理'])
    expect(chart.flowlines).toHaveLength(3)
    expect(pathsOf(chart)).toContain('受理-通过→甲')
    expect(route(chart)).toEqual(['乙→决定', '受理-通过→甲', '甲→乙'].sort())
  })

  it('[DO5] both insert after the same step: one behind the other', () => {
    const chart = met('受理 → 审查 → 决定', doing(after('审查', '甲')), doing(after('审查', '乙')))
    expect(route(chart)).toEqual(['乙→决定', '受理→审查', '审查→甲', '甲→乙'].sort())
  })

  it('[DO5] three insert several steps each into one flowline', () => {
    const { people, meet } = teamOn(chartOf('受理 → 决定'), 3)
    people.forEach((person, at) => {
      person.does(into('f0', `${at}甲`))
      person.does(after(`${at}甲`, `${at}乙`))
    })
    meet()
    for (const person of people) expect(person.chart()).toEqual(people[0]!.chart())
    const chart = people[0]!.chart()
    expect(startsOf(chart)).toEqual(['受理'])
    expect(chart.flowlines).toHaveLength(7)
    for (const at of [0, 1, 2]) expect(pathsOf(chart)).toContain(`${at}甲→${at}乙`)
  })

  it('[DO5] both insert before the same step', () => {
    const chart = met('受理 → 决定；补正 → 决定', doing(inFront('甲')), doing(inFront('乙')))
    expect([...startsOf(chart)].sort()).toEqual(['受理', '补正'].sort())
  })

  it('[DO6] one removes where the other inserts: before it, behind it, whoever wins', () => {
    for (const line of ['f0', 'f1']) {
      for (const order of [1, -1]) {
        const works = [doing(without('审查')), doing(into(line, '新'))]
        const [one, two] = order > 0 ? works : works.toReversed()
        expect(route(met('受理 → 审查 → 决定', one!, two!))).toEqual(['受理→新', '新→决定'].sort())
      }
    }
  })

  it('[DO6] one removes a step while the other inserts on both sides of it: their order stays', () => {
    const chart = met('受理 → 审查 → 决定', doing(without('审查')), doing(into('f0', '甲'), into('f1', '乙')))
    expect(startsOf(chart)).toEqual(['受理'])
    expect(route(chart)).toEqual(['乙→决定', '受理→甲', '甲→乙'].sort())
  })

  it('[DO6] both remove neighbours, and three in a row', () => {
    const words = '受理 → 初审 → 复审 → 审核 → 决定'
    expect(route(met(words, doing(without('初审')), doing(without('复审'))))).toEqual(
      ['受理→审核', '审核→决定'].sort(),
    )
    expect(route(met(words, doing(without('初审', '审核')), doing(without('复审'))))).toEqual(['受理→决定'])
  })

  it('[DO6] both remove the same step, and one of them its neighbour', () => {
    const chart = met('受理 → 初审 → 复审 → 决定', doing(without('初审')), doing(without('初审', '复审')))
    expect(route(chart)).toEqual(['受理→决定'])
  })

  it('[DO6] the first step goes while the other inserts behind it', () => {
    expect(route(met('受理 → 审查 → 决定', doing(without('受理')), doing(into('f0', '新'))))).toEqual(
      ['审查→决定', '新→审查'].sort(),
    )
  })

  it('[DO7] a decision goes while the other adds a branch: the branch leaves from what led there', () => {
    const work = doing(after('审查', '听证', { branch: true }))
    const { people, meet } = teamOn(chartOf('受理 → 审查 -是→ 决定；审查 -否→ 退件'), 2)
    doing(without('审查'))(people[0]!)
    work(people[1]!)
    meet()
    expect(people[0]!.chart()).toEqual(people[1]!.chart())
    expect(pathsOf(people[0]!.chart())).toContain('受理→听证')
  })

  it('[DO7] a new branch leads on over a step that the other removed', () => {
    const chart = met('受理 → 初审 → 复审 → 决定', doing(without('复审')), doing(shortcut))
    expect(route(chart)).toEqual(['初审→决定', '受理→决定', '受理→初审'].sort())
  })

  it('[DO7] both move one step elsewhere, and a step is moved that the other removes', () => {
    const words = '受理 → 初审 → 复审 → 审核 → 决定'
    expect(startsOf(met(words, doing(move('初审', 'f2')), doing(move('初审', 'f3'))))).toEqual(['受理'])
    expect(startsOf(met(words, doing(move('初审', 'f2')), doing(without('初审'))))).toEqual(['受理'])
    expect(startsOf(met(words, doing(move('初审', 'f2')), doing(without('复审'))))).toEqual(['受理'])
    expect(startsOf(met(words, doing(move('初审', 'f2')), doing(move('复审', 'f0'))))).toEqual(['受理'])
  })

  it('[DO8] who removes a flowline on purpose has removed it', () => {
    const { people } = teamOn(chartOf('受理 → 审查 → 决定'), 1)
    const [me] = people
    me!.does(into('f0', '新'))
    me!.does((chart) => removeFlowlines(chart, ['f0']))
    expect(startsOf(me!.chart())).toEqual(['受理', '新'])
    me!.does((chart) => connect(chart, '受理', '新', '再连'))
    me!.undo()
    expect(startsOf(me!.chart())).toEqual(['受理', '新'])
    me!.redo()
    expect(startsOf(me!.chart())).toEqual(['受理'])
  })

  it('[DO8] a healed flowline can be removed like any other', () => {
    const { people, meet } = teamOn(chartOf('受理 → 审查 → 决定；补正 → 决定'), 2)
    people[0]!.does(without('审查'))
    people[1]!.does((chart) => connect(chart, '补正', '审查', '旁'))
    people[1]!.does((chart) => removeFlowlines(chart, ['f2']))
    meet()
    const healed = people[0]!.chart().flowlines.filter(({ from }) => from === '补正')
    expect(healed).toHaveLength(1)
    people[0]!.does((chart) => removeFlowlines(chart, [healed[0]!.id]))
    meet()
    expect(pathsOf(people[1]!.chart())).toEqual(['受理→决定'])
  })
})

describe('undo while others build on it', () => {
  it('[DO9] an insertion is taken back on which the other built: their step takes its place', () => {
    const { people, meet } = teamOn(chartOf('受理 → 决定'), 2)
    const [one, two] = people
    one!.does(into('f0', '甲'))
    meet()
    two!.does(after('甲', '乙'))
    meet()
    expect(one!.undo()).toBe('others-work')
    expect(route(one!.chart())).toEqual(['乙→决定', '受理→甲', '甲→乙'].sort())
    expect(one!.undo('anyway')).toBe('done')
    meet()
    expect(one!.chart()).toEqual(two!.chart())
    expect(route(one!.chart())).toEqual(['乙→决定', '受理→乙'].sort())
  })

  it('[DO9] the same while apart', () => {
    const { people, meet } = teamOn(chartOf('受理 → 决定'), 2)
    const [one, two] = people
    one!.does(into('f0', '甲'))
    meet()
    two!.does(after('甲', '乙'))
    two!.does(into('f0', '丙'))
    one!.undo()
    meet()
    expect(one!.chart()).toEqual(two!.chart())
    expect(route(one!.chart())).toEqual(['丙→乙', '乙→决定', '受理→丙'].sort())
  })

  it('[DO9] a step is removed and brought back while the other inserted before it', () => {
    for (const line of ['f0', 'f1']) {
      const { people, meet } = teamOn(chartOf('受理 → 审查 → 决定'), 2)
      const [one, two] = people
      one!.does(without('审查'))
      two!.does(into(line, '新'))
      meet()
      one!.undo()
      meet()
      expect(one!.chart()).toEqual(two!.chart())
      expect(startsOf(one!.chart())).toEqual(['受理'])
      expect(one!.chart().steps).toHaveLength(4)
    }
  })
})

describe('an undo that would take others’ work', () => {
  it('[DO12] is not done: they wrote into the step that it takes away, or marked a risk there', () => {
    const writes: readonly Parameters<Person['does']>[0][] = [
      (chart) => setFields(chart, 'steps', '甲', { note: '别人写的' }),
      (chart) => addRisk(chart, { step: '甲' }, { text: '别人标的' }, 'r'),
    ]
    for (const write of writes) {
      const { people, meet } = teamOn(chartOf('受理 → 决定'), 2)
      const [one, two] = people
      one!.does(into('f0', '甲'))
      meet()
      two!.does(write)
      meet()
      expect(one!.undo()).toBe('others-work')
      expect(one!.chart()).toEqual(two!.chart())
      expect(one!.canUndo()).toBe(true)
      expect(one!.undo('anyway')).toBe('done')
      expect(route(one!.chart())).toEqual(['受理→决定'])
      expect(one!.redo()).toBe('done')
    }
  })

  it('[DO12] is not done: what they removed leaves no other way', () => {
    const { people, meet } = teamOn(chartOf('受理 → 审查 → 决定'), 2)
    const [one, two] = people
    one!.does((chart) => connect(chart, '受理', '决定', '捷径'))
    meet()
    two!.does(without('审查'))
    meet()
    expect(one!.undo()).toBe('others-work')
    expect(route(one!.chart())).toEqual(['受理→决定'])
  })

  it('[DO12] is done where it takes one’s own only, also where others work beside it', () => {
    const { people, meet } = teamOn(chartOf('受理 → 决定'), 2)
    const [one, two] = people
    one!.does(into('f0', '甲'))
    one!.does((chart) => addStep(chart, step('独'), '独'))
    one!.does((chart) => connect(chart, '甲', '独', '独线'))
    meet()
    two!.does((chart) => setFields(chart, 'steps', '受理', { note: '别人写的' }))
    meet()
    for (const _ of [1, 2, 3]) expect(one!.undo()).toBe('done')
    expect(route(one!.chart())).toEqual(['受理→决定'])
    for (const _ of [1, 2, 3]) expect(one!.redo()).toBe('done')
    expect(partsOf(one!.chart())).toBe(1)
  })
})
