import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDrawnChart } from '../../../src/files/drawnChart/readDrawnChart.ts'
import { counter } from '../counter.ts'
import { drawnOf, toldDrawn } from './drawings.ts'

const mermaid = (...lines: readonly string[]) => strToU8(lines.join('\n'))

describe('a Mermaid flowchart', () => {
  it('[DW11] reads shapes, chains, &, labels in both ways, subgraphs and their posts', () => {
    const reading = drawnOf(
      mermaid(
        '---',
        'title: 合同审签',
        '---',
        'flowchart TD',
        '  %% 说明',
        '  subgraph 经办科室',
        '    A([发起]) --> B["起草合同（3个工作日）"]; B --> C{是否重大?}',
        '  end',
        '  subgraph z [事后阶段]',
        '    F[(归档)]',
        '  end',
        '  C -- 是 --> D[[法律审查]] & E(集体研究)',
        '  C -->|"否"| E',
        '  D & E ==> F',
        '  E -. 退回 .-> B:::back',
        '  style A fill:#fff',
        '  A ~~~ F',
      ),
    )
    expect(toldDrawn(reading)).toEqual({
      steps: [
        '发起〔经办科室〕',
        '起草合同〔经办科室〕3个工作日',
        '是否重大?〔经办科室〕',
        '法律审查',
        '集体研究',
        '归档',
      ],
      lines: [
        '发起→起草合同',
        '起草合同→是否重大?',
        '是否重大?→法律审查（是）',
        '是否重大?→集体研究（是）',
        '是否重大?→集体研究（否）',
        '法律审查→归档',
        '集体研究→归档',
        '集体研究→起草合同（退回）',
      ],
      doubts: [],
      left: [],
    })
    expect(reading.chart.header.title).toBe('合同审签')
    expect(reading.chart.steps.at(-1)!.phase).toBe('事后阶段')
    expect(reading.chart.steps.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'terminator',
      'process',
      'decision',
      'subprocess',
    ])
  })

  it('[DW11] reads line ends, entities and shapes by name, on one line and in Markdown', () => {
    const text = 'graph LR;a@{shape: diam, label: "甲#35;1"}-->b["乙<br>丙"];b---c-d((丁))'
    const told = { steps: ['甲#1', '乙丙', '丁'], lines: ['甲#1→乙丙', '乙丙→丁'] }
    expect(toldDrawn(drawnOf(mermaid(text)))).toMatchObject(told)
    expect(toldDrawn(drawnOf(mermaid('# 流程', '', '```mermaid', text, '```', '', '后文')))).toMatchObject(
      told,
    )
  })

  it('[DW7] [DW11] names the lines that it does not understand, and other diagrams', () => {
    expect(toldDrawn(drawnOf(mermaid('graph TD', '甲 --> 乙', '?? 不是语句'))).left).toEqual([
      '这一行没有读懂，没有读入：?? 不是语句',
    ])
    const other = readDrawnChart(mermaid('sequenceDiagram', '甲->>乙: 好'), '图', { newId: counter() })
    expect(other).toMatchObject({ fault: 'otherDiagram', words: 'sequenceDiagram' })
  })

  it('[DW9] takes linear time on adversarial text', () => {
    const start = performance.now()
    for (const text of [
      `A -- ${' '.repeat(80_000)}`,
      `A[${'('.repeat(80_000)}`,
      '（'.repeat(80_000),
      `A${'-'.repeat(80_000)}`,
    ])
      readDrawnChart(mermaid('graph TD', 'A --> B', text), '图', { newId: counter() })
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
