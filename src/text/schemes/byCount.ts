/** Schemes that count. */
import type { GradingScheme } from '../../model/grading.ts'
import { criterion, levels } from './levels.ts'

/** Five kinds or more → 一级, three or four → 二级, one or two → 三级; one of three circumstances → 一级 [P18]. */
export const byNumberOfRisks: GradingScheme = {
  id: 'number-of-risks',
  name: '一二三级（按风险种数）',
  source: '《青海大学廉政风险防控动态管理与分级管理制度（试行）》',
  levels: levels(
    {
      id: 'number-of-risks-1',
      name: '一级',
      definition: '存在五种以上风险，或者有三种情形之一；由主要领导管理和负责',
    },
    {
      id: 'number-of-risks-2',
      name: '二级',
      definition: '存在三到四种风险；由分管领导管理和负责',
    },
    {
      id: 'number-of-risks-3',
      name: '三级',
      definition: '存在一到二种风险；由单位部门领导直接管理和负责',
    },
  ),
  factors: [
    criterion('great-influence', '对权力如何行使能产生重大影响'),
    criterion('unlimited-discretion', '对自由裁量权的行使没有合理限制'),
    criterion('happened-before', '曾经发生过不廉洁问题'),
  ],
  rule: {
    kind: 'count',
    of: 'risks',
    circumstances: ['great-influence', 'unlimited-discretion', 'happened-before'],
    thresholds: [
      { atLeast: 5, level: 'number-of-risks-1' },
      { atLeast: 3, level: 'number-of-risks-2' },
      { atLeast: 1, level: 'number-of-risks-3' },
    ],
  },
}

/** Of five criteria three or more → 一级, two → 二级, one → 三级 [P17]. */
export const byCriteria: GradingScheme = {
  id: 'criteria',
  name: '一二三级（高校五项标准）',
  source: '《廉洁风险等级如何划分》（高校）',
  levels: levels(
    {
      id: 'criteria-1',
      name: '一级',
      definition: '具备五项标准中三项及以上；一旦发生可能触犯国家法律，构成犯罪',
    },
    {
      id: 'criteria-2',
      name: '二级',
      definition: '具备五项标准中两项；一旦发生可能违反行政法规和党纪法规，受到纪律处分',
    },
    {
      id: 'criteria-3',
      name: '三级',
      definition: '具备五项标准中一项；一旦发生可能造成轻微违纪违规，受到组织处理',
    },
  ),
  factors: [
    criterion('controls-resources', '掌控权力或公共资源，可能为他人带来不当利益并从中谋私'),
    criterion('wide-discretion', '权力较大、较灵活，有自由裁量权'),
    criterion('needs-openness', '权力运行需要公开、民主决策、加强监督'),
    criterion('indirect-power', '不直接支配人、财、物，但可借助权力和机会谋取私利'),
    criterion('frequent-cases', '属于发案较频繁、社会关注度较高的领域'),
  ],
  rule: {
    kind: 'count',
    of: 'criteria',
    thresholds: [
      { atLeast: 3, level: 'criteria-1' },
      { atLeast: 2, level: 'criteria-2' },
      { atLeast: 1, level: 'criteria-3' },
    ],
  },
}
