import { risk, type RiskTopic } from './risk.ts'

/** Suggestions for any step of such a power. 思想道德、制度机制 and 外部环境 belong to no single step [C2]. */
export const powerTopics: readonly RiskTopic[] = [
  {
    id: 'outward',
    words: [],
    powers: ['licensing', 'confirmation', 'payment', 'levy', 'reward', 'adjudication', 'other'],
    risks: [
      risk(
        '利用职务便利为亲友和特定关系人谋利',
        'integrity',
        'high',
        '有利害关系的事项主动申报并回避',
        '重点岗位任职满规定年限轮岗',
      ),
      risk(
        '办理标准不公开，自由裁量空间过大',
        'institution',
        'medium',
        '公开办理标准、流程和时限',
        '制定裁量基准并定期修订',
      ),
      risk(
        '同一人员办理全过程，缺少制约',
        'institution',
        'medium',
        '受理、审查、决定由不同岗位承担',
        '相邻环节由不同人员签字，缺一不得流转',
      ),
      risk(
        '中介、“黄牛”代办请托，以送礼宴请拉拢',
        'environment',
        'medium',
        '公布办理时限和收费，提示无须找人代办',
        '打招呼说情逐件登记，按季报负责人',
      ),
      risk(
        '特权思想作祟，以办事为名索取好处',
        'integrity',
        'high',
        '办结后由非承办人员按比例回访申请人',
        '岗位人员每年签署廉洁承诺并公开监督电话',
      ),
    ],
  },
  {
    id: 'enforcing',
    words: [],
    powers: ['penalty', 'compulsion', 'inspection'],
    risks: [
      risk(
        '充当违法行为保护伞，通风报信',
        'integrity',
        'high',
        '执法行动临时派发任务并收管通讯工具',
        '辖区执法人员定期交叉轮换',
      ),
      risk(
        '不作为、慢作为，对违法行为视而不见',
        'duty',
        'medium',
        '巡查轨迹与发现问题数量按月比对',
        '举报查实而未发现的倒查责任',
      ),
      risk(
        '调查、决定、执行由同一人办理',
        'institution',
        'medium',
        '调查、决定、执行岗位分设',
        '三类岗位名单公布，案卷签字逐一核对',
      ),
      risk(
        '监管对象长期拉拢，请托说情干预办案',
        'environment',
        'medium',
        '过问、说情一律登记入卷',
        '与监管对象的交往按规定报告',
      ),
    ],
  },
  {
    id: 'inward',
    words: [],
    powers: ['finance', 'procurement', 'assets', 'works', 'personnel'],
    risks: [
      risk(
        '服务对象拉拢腐蚀，生活圈社交圈不净',
        'environment',
        'medium',
        '与服务对象交往情况定期报告',
        '合同签订时同步签订廉洁协议',
      ),
      risk(
        '不相容岗位未分离，一人包办',
        'institution',
        'medium',
        '列出不相容岗位清单并逐一分设',
        '人员不足的增加事后复核和抽查',
      ),
      risk(
        '内部事项不公开，职工无法监督',
        'institution',
        'medium',
        '按季度在内部公开栏公布办理情况',
        '设立意见箱和内部监督电话',
      ),
      risk(
        '上级、亲友打招呼，干预采购、用人、拨款',
        'environment',
        'medium',
        '插手干预事项如实记录并报纪检人员',
        '研究时说明有无打招呼情况并记入会议记录',
      ),
    ],
  },
]
