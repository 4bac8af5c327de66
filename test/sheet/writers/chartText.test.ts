import { expect, it } from 'vitest'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { chartText } from '../../../src/sheet/writers/chartText.ts'
import { chartOf } from '../../support/chartOf.ts'

it('[SH10] the text twin says what the picture says, with steps by number', () => {
  const chart = {
    ...chartOf(
      '受理 -齐全→ 审查；受理 -材料不齐→ 补正；补正 → 受理',
      { 审查: { timeLimit: readTimeLimit('5个工作日'), posts: ['p'], internalOnly: true } },
      { title: '许可流程图', unit: '某局', supervisionPhone: '12345', issuedOn: '2026-09-08' },
    ),
    posts: [{ id: 'p', order: 'a', name: '审查岗' }],
    risks: [{ id: 'r', order: 'a', step: '审查', text: '把关不严', level: 'high' }],
    measures: [{ id: 'm', order: 'a', text: '双人审查', risks: ['r'] }],
  }
  expect(chartText({ name: 'internal', chart })).toBe(
    [
      '许可流程图',
      '某局　内部流程图',
      '2026年9月8日',
      '',
      '监督电话：12345',
      '',
      '办理环节：',
      '1. 受理',
      '   → 第2步“审查”（齐全）',
      '   → 第3步“补正”（材料不齐）',
      '2. 审查（内部环节，不对外公开）',
      '   责任岗位：审查岗',
      '   时限：5个工作日',
      '   风险点：［高］把关不严',
      '      防控措施：双人审查',
      '3. 补正',
      '   → 第1步“受理”',
      '',
    ].join('\n'),
  )
})
