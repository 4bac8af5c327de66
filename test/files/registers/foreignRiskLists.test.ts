import { expect, it } from 'vitest'
import { readDocumentText } from '../../../src/files/documentSource/readDocument.ts'
import { tablesOf } from '../../../src/files/documentSource/tablesOf.ts'
import { readRiskList } from '../../../src/files/registers/readRiskList.ts'
import { chooseTable } from '../../../src/files/tableReading/readTable.ts'
import { highMediumLow } from '../../../src/model/grading.ts'
import { sayFault } from '../../../src/text/messages/faults.ts'

/** 出纳: 挪用<high>{盘点、轮岗} */
const read = (text: string) =>
  readRiskList(chooseTable(tablesOf(readDocumentText(text))), highMediumLow).risks.map(
    ({ posts, text: risk, level = '', measures }) =>
      `${posts.join('、')}: ${risk}<${level}>{${measures.join('、')}}`,
  )

it('[RG14] 科室 and 岗位 are one post, a blank 科室 repeats the one above', () => {
  expect(
    read(
      '科室\t岗位\t风险点\t风险等级\t防控措施\n财务科\t出纳\t挪用\t高\t盘点\n\t会计\t假账\t中\t复核\n采购科\t采购员\t回扣\t高\t询价',
    ),
  ).toEqual([
    '财务科出纳: 挪用<high>{盘点}',
    '财务科会计: 假账<medium>{复核}',
    '采购科采购员: 回扣<high>{询价}',
  ])
})

it('[RG14] 岗位名称：出纳 above the list is the post of its risks', () => {
  expect(
    read(
      '<p>岗位名称：出纳</p><table><tr><td>风险点</td><td>等级</td><td>措施</td></tr><tr><td>挪用</td><td>高</td><td>盘点</td></tr></table>',
    ),
  ).toEqual(['出纳: 挪用<high>{盘点}'])
})

it('[RG14] 风险编号 and 风险值 are no risks', () => {
  expect(
    read('风险编号\t风险点\t风险值\t等级\t措施\nF01\t漏审\t12\t中\t双审\nF02\t超期\t16\t高\t预警'),
  ).toEqual([': 漏审<medium>{双审}', ': 超期<high>{预警}'])
})

it('[RG14] ticks below 高, 中, 低 are levels; 前期预防, 中期监控, 后期处置 are measures, each said', () => {
  const ticks =
    '<table><tr><td rowspan=2>岗位</td><td rowspan=2>风险点</td><td colspan=3>风险等级</td><td rowspan=2>措施</td></tr><tr><td>高</td><td>中</td><td>低</td></tr><tr><td>出纳</td><td>挪用</td><td>√</td><td></td><td></td><td>盘点</td></tr></table>'
  expect(read(ticks)).toEqual(['出纳: 挪用<high>{盘点}'])
  const stages =
    '<table><tr><td rowspan=2>部门</td><td rowspan=2>风险点</td><td colspan=3>防控措施</td></tr><tr><td>前期预防</td><td>中期监控</td><td>后期处置</td></tr><tr><td>办公室</td><td>滥用公章</td><td>建制度</td><td></td><td>追责</td></tr></table>'
  expect(read(stages)).toEqual(['办公室: 滥用公章<>{前期预防：建制度；后期处置：追责}'])
  expect(read('部门\t风险点\t事前防范措施\t事后处置措施\n办公室\t泄密\t培训\t追责')).toEqual([
    '办公室: 泄密<>{事前防范措施：培训；事后处置措施：追责}',
  ])
})

it('[RG14] a table of counts is refused, and what a list of risks needs is said', () => {
  const reading = readRiskList(
    chooseTable(tablesOf(readDocumentText('权力事项\t风险点数量\t高\t中\n采购\t3\t1\t2'))),
    highMediumLow,
  )
  expect(reading.problems.map((problem) => sayFault(problem)).join()).toContain(
    '“风险点”“风险等级”“防控措施”',
  )
})
