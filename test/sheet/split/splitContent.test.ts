import { expect, it } from 'vitest'
import type { Arrangement, Point, Route } from '../../../src/layout/arrangement.ts'
import { composeSheet } from '../../../src/sheet/composeSheet.ts'
import { legibilityFixes } from '../../../src/sheet/legibilityFixes.ts'
import { splitContent } from '../../../src/sheet/split/splitContent.ts'
import { crossingsAt } from '../../../src/sheet/split/crossings.ts'
import { chartOf } from '../../support/chartOf.ts'
import { contentOf, fitted } from '../../support/sheets.ts'

function route(...points: readonly Point[]): Route {
  return { points, label: null, return: false }
}

const empty: Arrangement = {
  width: 400,
  height: 400,
  steps: {},
  flowlines: {},
  lanes: [],
  sideBoxes: [],
  columns: null,
}

it('[SH17] the flowlines that a cut meets, from left to right, one that bends before or after it too', () => {
  const flowlines = {
    right: route([300, 0], [300, 400]),
    bent: route([50, 0], [50, 200], [120, 200], [120, 400]),
    left: route([20, 0], [20, 400]),
    above: route([90, 0], [90, 80]),
  }
  expect(crossingsAt({ ...empty, flowlines }, 100)).toEqual([20, 50, 300])
  expect(crossingsAt({ ...empty, flowlines }, 300)).toEqual([20, 120, 300])
})

it('[SH17] two flowlines on one track are cut once', () => {
  const flowlines = { one: route([50, 0], [50, 400]), other: route([50.02, 20], [50.02, 400]) }
  expect(crossingsAt({ ...empty, flowlines }, 100)).toEqual([50])
})

const straight = await contentOf(
  { name: 'internal', chart: chartOf(Array.from({ length: 12 }, (_, i) => `环节${i}`).join(' → ')) },
  'flow',
)

it.each([2, 3])('[SH17] a straight flow of twelve steps is split into %i equal parts', (count) => {
  const parts = splitContent(straight, count)
  expect(parts.map(({ edition }) => edition.chart.steps.length)).toEqual(
    Array.from({ length: count }, () => 12 / count),
  )
})

it('[SH17] the text of each part stands in its boxes, as wide as they were made for the page', () => {
  const boxes = { direction: 'down', width: 98, sideWidth: 208, labelWidth: 54 } as const
  const narrow = { ...boxes, diamonds: 'steep', folds: 1 } as const
  const parts = splitContent({ ...straight, arrangement: { ...straight.arrangement, boxes: narrow } }, 2)
  expect(parts.map(({ arrangement }) => arrangement.boxes)).toEqual([narrow, narrow])
})

it('[SH16] a split is offered in as few parts as can be read, and none where no split helps', async () => {
  const page = { paper: 'A4', landscape: false } as const
  const order = { edition: straight.edition, view: 'flow', page } as const
  const offered = async (needed: number) =>
    legibilityFixes({ order, needed: () => needed, views: [], fit: fitted })
  const halves = splitContent(await fitted({ ...order, parts: 2 }), 2)
  const smallest = Math.min(...halves.map((part) => composeSheet(part, page).smallestText))
  expect(await offered(smallest)).toContainEqual({ kind: 'split', parts: 2 })
  expect(await offered(100)).toEqual([])
})
