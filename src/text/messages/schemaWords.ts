/** The page `/schema/`: what the files of this program mean, for those who read them with another. */
export const schemaWords = {
  title: '清权图 文件格式',
  intro: '下面写明图文件，以及导出的 BPMN 里扩展元素的含义，供读取这些文件的程序使用。',
  chart: '图文件（JSON Schema）',
  bpmn: 'BPMN 扩展元素',
  namespace: (address: string) =>
    `命名空间 ${address}，前缀 qingquan，写在 extensionElements 里；引擎会跳过。网址只是名称，不需要能打开。`,
  results: '判断之后走哪一路，看变量 result_环节编号，值为那一路流线上的文字。',
  headings: ['元素', '写在', '属性', '含义'],
  elements: [
    [
      'step',
      '任务、事件',
      'kind、persons、internal、parallel',
      '环节的类型、人数、是否内部环节、并行（fork 同时分办、join 会合、both 两样都是）；下面各元素写在它里面',
    ],
    ['post', 'step', '', '责任岗位，全部，一个一条'],
    [
      'limit',
      'step',
      'kind、amount、unit、bound、counts',
      '时限原文；unit 为 workday、day、hour、week、month、year；按工作日计的不写到期时间',
    ],
    ['basis', 'step', '', '依据'],
    ['material', 'step', '', '材料'],
    ['paper', 'step', '', '文书'],
    ['place', 'step', '', '办理地点'],
    ['phase', 'step', '', '阶段'],
    ['remark', 'step', '', '备注'],
    ['risk', 'step', 'level', '风险点；level 为等级的名称'],
    ['text', 'risk', '', '风险点的描述'],
    ['measure', 'risk', '', '防控措施'],
    ['added', '开始、结束、网关', '', '图里没有、为 BPMN 补上的；读回时略去'],
    ['unlabelled', '流线', '', '图里这条流线没有文字，名称是补上的'],
  ],
} as const
