import { risk, type RiskTopic } from './risk.ts'

/** 财务: 申请、审批、支付、记账 at different posts (行政事业单位内部控制规范; domain D17). */
export const moneyTopics: readonly RiskTopic[] = [
  {
    id: 'budget',
    words: ['预算', '指标', '决算', '专项资金', '资金分配'],
    powers: ['finance', 'procurement', 'works', 'payment'],
    risks: [
      risk(
        '虚报项目套取专项资金',
        'integrity',
        'high',
        '项目入库实行专家评审和公示',
        '拨付前现场核实项目实施条件',
      ),
      risk(
        '分配资金优亲厚友，随意切块',
        'duty',
        'medium',
        '按公开的因素和公式计算分配额',
        '分配方案集体研究并公开结果',
      ),
      risk(
        '挤占挪用专项资金，改变用途',
        'process',
        'high',
        '专账核算，支付时校验资金用途',
        '每半年开展资金绩效和审计检查',
      ),
      risk(
        '无预算、超预算安排支出',
        'process',
        'medium',
        '无预算指标的财务不予受理',
        '调整预算须经集体研究批准',
      ),
    ],
  },
  {
    id: 'reimbursement',
    words: ['报销', '票据', '发票', '单据', '差旅', '招待'],
    powers: ['finance'],
    risks: [
      risk(
        '虚构事项、虚开发票套取资金',
        'integrity',
        'high',
        '发票经查验平台核验并防止重复报销',
        '附事前审批单、清单和支付凭证',
      ),
      risk(
        '超范围、超标准报销费用',
        'process',
        'medium',
        '对照差旅、会议、培训、接待标准逐项核对并签字',
        '超标准部分由个人负担',
      ),
      risk(
        '拆分单据，规避审批权限',
        'process',
        'medium',
        '按同一事项合并计算审批金额',
        '每季度分析同类支出异常波动',
      ),
      risk(
        '先消费后补审批，事由不真实',
        'process',
        'medium',
        '无事前审批单的不予受理报销',
        '公务接待公函、清单、票据三单齐全',
      ),
    ],
  },
  {
    id: 'payment',
    words: ['付款', '支付', '转账', '结算', '拨款'],
    powers: ['finance', 'procurement', 'works', 'assets', 'payment'],
    risks: [
      risk(
        '未经审批支付或者超进度支付资金',
        'process',
        'medium',
        '付款审批与支付由不同岗位办理',
        '无验收单、无审批单不得付款',
      ),
      risk(
        '擅自改变收款单位和账户',
        'integrity',
        'high',
        '收款账户与合同约定逐笔核对',
        '支付实行经办、复核两人两密钥',
      ),
      risk(
        '拖延付款，借机索要好处',
        'integrity',
        'medium',
        '公布付款时限并按顺序支付',
        '付款进度在内部公开栏公布，供应商可以查询',
      ),
      risk(
        '大额资金支出不经集体研究',
        'institution',
        'medium',
        '大额支出附会议纪要方可支付',
        '每月向领导班子报告大额支出',
      ),
    ],
  },
  {
    id: 'cashier',
    words: ['出纳', '现金', '银行账户', '收款', '缴存', '上缴', '缴入'],
    powers: ['finance', 'levy', 'assets'],
    risks: [
      risk(
        '挪用、侵占公款或者公款私存',
        'integrity',
        'high',
        '每月由非出纳人员编制余额调节表',
        '不定期盘点库存现金和票据',
      ),
      risk(
        '出纳兼管稽核、账目登记',
        'institution',
        'medium',
        '出纳与会计、稽核岗位分设',
        '关键财务岗位定期轮岗并离岗审计',
      ),
      risk(
        '收入不入账，私设小金库',
        'integrity',
        'high',
        '收入全部开具电子票据并直缴专户',
        '每年清查银行账户和往来款项',
      ),
      risk(
        '坐支、截留应当上缴的收入',
        'process',
        'medium',
        '收入当日缴存，不得坐支',
        '财务每月核对票据与缴款记录',
      ),
    ],
  },
  {
    id: 'bookkeeping',
    words: ['记账', '对账', '核算', '会计', '凭证', '财务审核'],
    powers: ['finance', 'levy', 'assets'],
    risks: [
      risk(
        '伪造、变造会计凭证和账目',
        'integrity',
        'high',
        '凭证由制单、审核、记账三人分别签章',
        '每年至少开展一次内部审计',
      ),
      risk(
        '以长期挂账掩盖资金占用、挪用',
        'process',
        'medium',
        '每季度清理往来款项并书面报告',
        '年末资产、资金与账目全面核对',
      ),
      risk(
        '隐匿、销毁会计资料',
        'integrity',
        'high',
        '会计档案电子备份并专人保管',
        '销毁须鉴定、审批、监销三人签字',
      ),
    ],
  },
]
