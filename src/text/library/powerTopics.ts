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
        'high',
        '受理、审查、决定由不同岗位承担',
        '系统禁止同一账号办理相邻环节',
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
        'high',
        '调查、决定、执行岗位分设',
        '系统禁止同一账号跨环节操作',
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
        'high',
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
    ],
  },
]
