import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { withShorterLines } from '../../../src/layout/pageFit/withShorterLines.ts'
import { pageContent } from '../../../src/sheet/pageContent.ts'
import { templates } from '../../../src/text/templates/templates.ts'
import { templateChart } from '../../../src/ui/home/templateChart.ts'
import { chartOf, counting } from '../../support/chartOf.ts'

const names = ['局长', '窗口', '法制科', '业务科', '财务科', '会计']
const posts = names.map((name, at) => ({ id: name, order: `a${at}`, name }))
/** Steps by the posts that hold them, one after the other. */
const chain = (...held: readonly string[]): Chart => {
  const steps = held.map((post, at) => `${post}办第${at + 1}步`)
  const flow = chartOf(steps.join(' → '))
  return { ...flow, posts, steps: flow.steps.map((step, at) => ({ ...step, posts: [held[at]!] })) }
}
const order = (chart: Chart | undefined) => chart?.posts.map(({ id }) => id)
const far = chain(
  '窗口',
  '财务科',
  '窗口',
  '财务科',
  '局长',
  '财务科',
  '局长',
  '业务科',
  '会计',
  '业务科',
  '会计',
  '法制科',
  '窗口',
  '法制科',
)

const petition = templateChart(
  templates.find(({ id }) => id === 'petition')!,
  counting(),
)
const lanes = async (wish?: { readonly lanes: 'listed' }) => {
  const page = { paper: 'A3', landscape: true } as const
  const edition = { name: 'internal', chart: petition } as const
  const { arrangement } = await pageContent({ edition, view: 'lanes', page, wish })
  return arrangement.lanes.map(({ post }) => post)
}

describe('lanes on paper', () => {
  it('[LA29] may stand where their flowlines are shortest, the posts without steps last', () => {
    const orders = withShorterLines(far).map(order)
    for (const one of orders) {
      expect([...one!].sort()).toEqual([...names].sort())
      expect(one!.indexOf('窗口'), 'reading begins in the first half').toBeLessThan(names.length / 2)
    }
    expect(orders.length).toBeGreaterThan(0)
    const unused = withShorterLines({ ...far, posts: [{ id: 'x', order: 'Zz', name: '档案室' }, ...posts] })
    expect(order(unused[0])!.at(-1)).toBe('x')
  })

  it('[LA29] keep the order listed where it is the shortest, or wished for', async () => {
    expect(withShorterLines(chain(...names))).toEqual([])
    const listed = petition.posts.map(({ id }) => id)
    expect(await lanes({ lanes: 'listed' })).toEqual(listed)
    expect(await lanes()).not.toEqual(listed)
  })
})
