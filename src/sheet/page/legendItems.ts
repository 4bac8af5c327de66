/** 图例: only the shapes, lines and levels that occur on this sheet. A mark means different things in different handbooks, so it is always explained. */
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, StepKind } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { legendWords, stepNoteWords, ungraded } from '../../text/paper/paper.ts'
import { posterWords } from '../../text/screen/poster.ts'
import { textWidthOf } from '../textWidth.ts'
import { connectorFigure, connectorSize } from '../figures/connectorFigure.ts'
import { flowlineFigure } from '../figures/flowlineFigure.ts'
import { loosePad, looseSteps } from '../figures/loosePad.ts'
import { colour, flowlineWidth, markLook } from '../figures/look.ts'
import {
  gravestMark,
  levelOf,
  markFigure,
  markHeight,
  riskMarkOf,
  markWidth,
  type RiskMark,
} from '../figures/riskMark.ts'
import { numberFigure, numberSize } from '../figures/numberFigure.ts'
import { parallelFigure } from '../figures/parallelFigure.ts'
import { stepOutline } from '../figures/stepFigure.ts'
import type { DisplayItem } from '../displayList.ts'
import type { StepNumbering } from '../pageStyle.ts'
import type { Part, SheetContent } from '../sheetContent.ts'
import { lineItem } from '../textItems.ts'
import type { BlockItem } from './block.ts'
import type { PageLook } from './pageLook.ts'
import { levelsByRank } from '../../model/grading/levelsByRank.ts'

export function legendItems(
  content: SheetContent,
  look: PageLook,
  steps: StepNumbering,
): readonly BlockItem[] {
  const { edition, arrangement, part } = content
  const drawn = [
    ...kindItems(edition, look),
    ...looseItems(edition.chart, arrangement, look),
    ...lineItems(arrangement, look),
    ...parallelItems(edition.chart, look),
    ...connectorItems(part, look),
    ...levelItems(edition.chart, look),
    ...(steps === 'plain' || edition.chart.steps.length === 0
      ? []
      : [figureItem(numberFigure(1), numberSize(1), stepNoteWords.legend, look)]),
  ]
  return drawn.length === 0 ? [] : [titleItem(look), ...drawn]
}

function titleItem(look: PageLook): BlockItem {
  const text = { ...look.value, weight: 'bold' as const }
  return {
    width: textWidthOf(legendWords.title, text.size, text.weight),
    items: (x, middle) => lineItem(legendWords.title, { x, middle, align: 'start' }, text),
  }
}

const kinds: readonly StepKind[] = ['terminator', 'process', 'decision', 'document', 'subprocess']
const sample = { width: 40, height: 24 } as const

function kindItems({ name, chart }: Edition, look: PageLook): readonly BlockItem[] {
  const internal = name === 'internal' && chart.steps.some((step) => step.internalOnly === true)
  return [
    ...kinds
      .filter((kind) => chart.steps.some((step) => step.kind === kind))
      .map((kind) =>
        figureItem(stepOutline(kind, sample, { internal: false }), sample, legendWords[kind], look),
      ),
    ...(internal
      ? [
          figureItem(
            stepOutline('process', sample, { internal: true }),
            sample,
            legendWords.internalOnly,
            look,
          ),
        ]
      : []),
  ]
}

function looseItems(chart: Chart, arrangement: Arrangement, look: PageLook): readonly BlockItem[] {
  if (looseSteps(chart, arrangement).length === 0) return []
  const inner = { x: 4, y: 4, width: sample.width - 8, height: sample.height - 8 }
  return [figureItem([loosePad(inner)], sample, legendWords.noPost, look)]
}

function lineItems(arrangement: Arrangement, look: PageLook): readonly BlockItem[] {
  if (!Object.values(arrangement.flowlines).some((route) => route.return)) return []
  return [
    figureItem(sampleLine({ returns: false }), lineBox, legendWords.flowline, look),
    figureItem(sampleLine({ returns: true }), lineBox, legendWords.return, look),
  ]
}

function parallelItems({ steps }: Chart, look: PageLook): readonly BlockItem[] {
  if (!steps.some(({ parallel }) => parallel)) return []
  const { width, height } = lineBox
  const ways = [0.25, 0.75].map((at): DisplayItem => ({
    kind: 'path',
    path: [
      ['M', at * width, height / 2],
      ['L', at * width, height + 6],
    ],
    stroke: colour.line,
    strokeWidth: flowlineWidth,
  }))
  const bar = { x: 0, y: 0, width, height: 5 }
  const figure = [...parallelFigure({ step: '', side: 'fork', rect: bar, stem: null }), ...ways]
  return [figureItem(figure, { width, height: height + 6 }, legendWords.parallel, look)]
}

function connectorItems(part: Part | undefined, look: PageLook): readonly BlockItem[] {
  const [first] = part?.connectors ?? []
  if (first === undefined) return []
  const box = { width: connectorSize, height: connectorSize }
  return [figureItem(connectorFigure(first.letter), box, posterWords.connector, look)]
}

const lineBox = { width: 40, height: 8 } as const

function sampleLine({ returns }: { readonly returns: boolean }): readonly DisplayItem[] {
  const middle = lineBox.height / 2
  const points = [
    [0, middle],
    [lineBox.width, middle],
  ] as const
  return flowlineFigure({ points, label: null, return: returns }, undefined)
}

function levelItems(chart: Chart, look: PageLook): readonly BlockItem[] {
  const ofSteps = chart.risks.filter((risk) => chart.steps.some((step) => step.id === risk.step))
  const levels = levelsByRank(chart.grading.levels).filter((level) =>
    ofSteps.some((risk) => risk.level === level.id),
  )
  const items = levels.map((level) => markItem(riskMarkOf(level), legendWords.level(level.name), look))
  if (ofSteps.some((risk) => levelOf(risk.level, chart) === undefined))
    items.push(markItem(riskMarkOf(undefined), legendWords.level(ungraded.name), look))
  const several = chart.steps.some((step) => (gravestMark(step.id, chart)?.count ?? 0) > 1)
  return several ? [...items, textItem(legendWords.count, look)] : items
}

function markItem(mark: RiskMark, name: string, look: PageLook): BlockItem {
  return figureItem(markFigure(mark, 1, 0, 0), { width: markWidth(mark, 1), height: markHeight }, name, look)
}

function textItem(text: string, look: PageLook): BlockItem {
  return {
    width: textWidthOf(text, look.label.size, look.label.weight),
    items: (x, middle) => lineItem(text, { x, middle, align: 'start' }, look.label),
  }
}

/** A figure in units, drawn as large as the text beside it asks; marks keep text of the same size as the legend's. */
function figureItem(
  figure: readonly DisplayItem[],
  box: { readonly width: number; readonly height: number },
  name: string,
  look: PageLook,
): BlockItem {
  const scale = look.value.size / markLook.size
  const space = look.value.size * 0.5
  const text = textItem(name, look)
  return {
    width: box.width * scale + space + text.width,
    items: (x, middle) => [
      { kind: 'group', x, y: middle - (box.height * scale) / 2, scale, children: figure },
      ...text.items(x + box.width * scale + space, middle),
    ],
  }
}
