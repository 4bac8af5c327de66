import { expect, it } from 'vitest'
import type { Arrangement } from '../../src/layout/arrangement.ts'
import { askedOnce } from '../../src/ui/base/askedOnce.ts'
import type { ArrangeRequest } from '../../src/ui/base/arrangeCall.ts'
import { chartOf } from '../support/chartOf.ts'

it('[CV53] a chart is laid out once for each view and edition; what failed is asked again', async () => {
  const asked: string[] = []
  let broken = false
  const arrange = askedOnce(async ({ view, edition }: ArrangeRequest) => {
    asked.push(`${view} ${edition}`)
    if (broken) throw new Error('the worker ended')
    return { width: asked.length } as Arrangement
  })
  const chart = chartOf('申请 → 受理')
  const flow = { chart, view: 'flow', edition: 'internal' } as const
  const [first, second] = await Promise.all([arrange(flow), arrange(flow)])
  expect(second).toBe(first)
  await arrange({ ...flow, view: 'lanes' })
  await arrange({ ...flow, chart: { ...chart } })
  expect(asked).toEqual(['flow internal', 'lanes internal', 'flow internal'])
  broken = true
  const columns = { ...flow, view: 'columns' } as const
  await expect(arrange(columns)).rejects.toThrow('the worker ended')
  broken = false
  await arrange(columns)
  expect(asked).toHaveLength(5)
})
