import { outwardPowerKinds } from '../../model/powerKinds.ts'
import { risk, type RiskTopic } from './risk.ts'

/** 申请、受理、告知、送达、归档: where an office meets people. */
export const intakeTopics: readonly RiskTopic[] = [
  {
    id: 'acceptance',
    words: ['受理', '收件', '登记申请', '接收', '申请', '申报'],
    powers: outwardPowerKinds,
    duties: ['handle'],
    risks: [
      risk(
        '故意刁难申请人，不一次告知所需材料',
        'duty',
        'medium',
        '公开材料目录和示范文本，窗口免费取阅',
        '补正一律出具书面通知，只开一次并留存底联',
      ),
      risk(
        '对符合条件的申请不予受理或者拖延受理',
        'duty',
        'medium',
        '收件当场登记编号并出具回执',
        '不予受理须经科室负责人复核签字',
      ),
      risk(
        '优亲厚友，对不符合条件的违规受理',
        'integrity',
        'medium',
        '受理清单按月公开，接受群众监督',
        '工作人员及近亲属办件实行备案回避',
      ),
      risk(
        '擅自增加申请材料或者设置前置条件',
        'institution',
        'medium',
        '材料目录之外的材料一律不得收取',
        '每季度清理并公布材料目录',
      ),
      risk(
        '受理时索取或者收受财物、接受宴请',
        'integrity',
        'high',
        '窗口全程音视频监控并定期抽查',
        '公布监督举报电话，办件后抽样回访',
      ),
      risk(
        '收件不登记，人为压件、换件',
        'process',
        'low',
        '材料当场扫描入库，纸质件编号交接',
        '每周核对收件登记与办件数',
      ),
    ],
  },
  {
    id: 'supplement',
    words: ['一次告知', '一次性告知', '一次性书面告知', '补正', '不予受理', '退回', '退件'],
    risks: [
      risk(
        '反复要求补正，变相拒绝办理',
        'duty',
        'medium',
        '补正通知载明全部内容，限发一次',
        '对同一申请两次退回的，报科室负责人复核',
      ),
      risk(
        '不出具书面凭证，口头拒绝申请',
        'process',
        'medium',
        '不予受理必须出具盖章的书面决定',
        '窗口录音录像按规定期限保存，投诉时调取',
      ),
      risk(
        '不说明理由，不告知救济途径',
        'process',
        'low',
        '使用载明理由和救济途径的格式文书',
        '法制机构每半年抽查不予受理文书',
      ),
    ],
  },
  {
    id: 'delivery',
    words: ['送达', '发证', '颁发', '制证', '答复', '告知'],
    powers: outwardPowerKinds,
    duties: ['execute'],
    risks: [
      risk(
        '超过规定期限不送达或者迟延送达',
        'process',
        'low',
        '台账写明届满日，届满前专人提醒承办人',
        '送达回证齐全方可办结归档',
      ),
      risk(
        '擅自改动文书内容，制作文书不规范',
        'duty',
        'medium',
        '文书使用统一格式，连续编号登记',
        '制发前由两人校对并签名',
      ),
      risk(
        '借送达、发证之机搭车收费或者索取好处',
        'integrity',
        'medium',
        '收费项目和标准上墙公示',
        '推行邮寄送达和电子证照免费领取',
      ),
      risk(
        '不告知当事人复议、诉讼的权利和期限',
        'process',
        'medium',
        '决定文书固定印制救济途径和期限',
        '法制机构按比例抽查送达案卷',
      ),
    ],
  },
  {
    id: 'archive',
    words: ['归档', '存档', '办结', '结案', '台账'],
    risks: [
      risk(
        '压件不办、选择性办结，索要好处',
        'process',
        'low',
        '列明归档目录，缺件不得办结',
        '归档时由非承办人员对照目录检查并签字',
      ),
      risk(
        '伪造、篡改或者抽换档案材料',
        'integrity',
        'high',
        '案卷编页封存，调阅登记并留影像',
        '修改须经批准，写明理由、时间和经手人',
      ),
      risk(
        '擅自查阅、泄露档案中的个人和商业信息',
        'duty',
        'medium',
        '查阅须经批准并登记用途',
        '电子案卷加水印并记录访问日志',
      ),
    ],
  },
]
