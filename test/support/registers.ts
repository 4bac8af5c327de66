/** Charts with risks as a unit has them, and what their forms say, read back from the files. */
import { strFromU8, unzipSync } from 'fflate'
import type { Chart } from '../../src/model/chart.ts'
import { highMediumLow } from '../../src/model/grading.ts'
import { ordersFor } from '../../src/model/records/order.ts'

/** 财务报销: three posts, five risks, one step of two posts, one risk of a post, one without a level. */
export function expenses(): Chart {
  const keys = ordersFor(6)
  const at = (index: number) => ({ order: keys[index]! })
  return {
    header: { title: '财务报销', unit: '某市第一医院', office: '财务科' },
    posts: [
      { id: 'p1', ...at(0), name: '经办人' },
      { id: 'p2', ...at(1), name: '科室负责人' },
      { id: 'p3', ...at(2), name: '出纳' },
    ],
    steps: [
      { id: 's1', ...at(0), kind: 'process', name: '提出申请', posts: ['p1'] },
      { id: 's2', ...at(1), kind: 'process', name: '审核', posts: ['p2', 'p1'] },
      { id: 's3', ...at(2), kind: 'process', name: '付款' },
    ],
    flowlines: [],
    risks: [
      {
        id: 'r1',
        ...at(0),
        step: 's1',
        text: '虚报冒领',
        level: 'high',
        category: 'integrity',
        source: 'self',
      },
      {
        id: 'r2',
        ...at(1),
        step: 's2',
        text: '审核不严',
        level: 'medium',
        responsible: '张某',
        leader: '李某',
      },
      { id: 'r3', ...at(2), step: 's2', text: '故意刁难', level: 'low', category: 'duty' },
      { id: 'r4', ...at(3), step: 's3', text: '未按审批金额付款' },
      { id: 'r5', ...at(4), post: 'p3', text: '接受吃请', level: 'high', category: 'environment' },
    ],
    measures: [
      { id: 'm1', ...at(0), text: '票据逐张核验', risks: ['r1', 'r2'] },
      { id: 'm2', ...at(1), text: '双人复核', risks: ['r2'] },
      { id: 'm3', ...at(2), text: '限时办结并公示', risks: ['r3'] },
    ],
    grading: highMediumLow,
  }
}

/** All texts of a workbook or document, from the parts of its zip, with the parts themselves. */
export function reopened(bytes: Uint8Array): {
  readonly parts: Readonly<Record<string, string>>
  readonly text: string
} {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  )
  const body = parts['word/document.xml'] ?? parts['xl/sharedStrings.xml'] ?? ''
  const texts = [...body.matchAll(/<(?:w:)?t(?: [^>]*)?>([^<]*)</g)].map((match) => match[1]!)
  return { parts, text: texts.join('\n') }
}
