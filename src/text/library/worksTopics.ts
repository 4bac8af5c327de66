import { risk, type RiskTopic } from './risk.ts'

/** 工程: 决策、实施、监理、验收、付款 at different hands (domain D18). */
export const worksTopics: readonly RiskTopic[] = [
  {
    id: 'project',
    words: ['立项', '项目建议', '可行性', '可研', '项目申报'],
    powers: ['works', 'finance'],
    risks: [
      risk(
        '未经论证盲目决策，搞形象工程',
        'duty',
        'medium',
        '立项附可行性论证和资金来源',
        '重大项目听取专家和群众意见',
      ),
      risk(
        '拆分项目，规避立项审批和招标',
        'process',
        'medium',
        '同一建设内容合并立项',
        '招标方案报监督部门备案',
      ),
      risk(
        '虚列工程量、高估投资概算',
        'process',
        'medium',
        '概算编制与审核由不同单位承担',
        '超概算须重新报批并说明原因',
      ),
    ],
  },
  {
    id: 'construction',
    words: ['施工', '监理', '旁站', '隐蔽工程', '进度'],
    powers: ['works'],
    risks: [
      risk(
        '转包、违法分包，挂靠资质施工',
        'environment',
        'medium',
        '项目经理、总监等关键人员实名考勤',
        '不定期到现场核查社保和合同',
      ),
      risk(
        '监理失职，与施工单位串通',
        'integrity',
        'high',
        '监理日志和影像每日上传',
        '隐蔽工程由多方共同签认',
      ),
      risk('偷工减料，使用不合格材料', 'process', 'high', '材料进场见证取样并送检', '关键工序留存影像资料'),
    ],
  },
  {
    id: 'variation',
    words: ['变更', '签证', '增项', '洽商'],
    powers: ['works'],
    risks: [
      risk(
        '虚假签证，低价中标高价结算',
        'integrity',
        'high',
        '变更先批后干，现场多方签认并拍照',
        '合同写明变更累计的比例，超过的重新报批',
      ),
      risk(
        '擅自变更设计、提高建设标准',
        'duty',
        'medium',
        '变更按金额分级审批并集体研究',
        '变更情况按月内部公开',
      ),
      risk(
        '事后补签，签证内容无法核实',
        'process',
        'medium',
        '合同约定签证的办理期限，逾期的不予计价',
        '签证附测量数据和现场影像',
      ),
    ],
  },
  {
    id: 'completion',
    words: ['竣工验收', '竣工', '交工', '决算', '结算审核', '工程结算'],
    powers: ['works'],
    risks: [
      risk(
        '不合格工程通过验收',
        'duty',
        'high',
        '参与实施的人员不得担任验收组长',
        '委托有资质的机构现场抽检',
      ),
      risk(
        '结算审核不实，多计工程款',
        'duty',
        'high',
        '审核机构从名录中随机抽取',
        '核减率异常的项目重新复审',
      ),
      risk('拖延结算，索要好处', 'integrity', 'medium', '公布结算审核时限和进度', '施工单位可向监督岗位反映'),
    ],
  },
]
