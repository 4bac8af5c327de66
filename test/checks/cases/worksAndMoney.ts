import { by, whole, type Case } from './case.ts'

const works = { powerKind: 'works' } as const
const procurement = { powerKind: 'procurement' } as const

export const worksAndMoney: readonly Case[] = [
  {
    rule: 'prepare-and-review',
    allows: {
      'two posts': whole('开始 → 编制预算 → 审核预算 → 办结', {
        编制预算: by('handle', '甲岗'),
        审核预算: by('review', '乙岗'),
      }),
      'who asks others to draw it up': whole('布置预算编制 → 审核预算 → 办结', {
        布置预算编制: by('handle', '甲岗'),
        审核预算: by('review', '甲岗'),
      }),
    },
    finds: {
      'one post': [
        whole('开始 → 编制招标文件 → 复核招标文件 → 办结', {
          编制招标文件: by('handle', '甲岗'),
          复核招标文件: by('review', '甲岗'),
        }),
        [['编制招标文件', '复核招标文件']],
      ],
    },
  },
  {
    rule: 'judge-and-decide',
    allows: {
      'two posts': whole('开始 → 专家评审 → 审定名单 → 办结', {
        专家评审: by('review', '专家'),
        审定名单: by('decide', '局长'),
      }),
    },
    finds: {
      'one post': [
        whole('开始 → 专家评审 → 审定名单 → 办结', {
          专家评审: by('review', '分管领导'),
          审定名单: by('decide', '分管领导'),
        }),
        [['专家评审', '审定名单']],
      ],
    },
  },
  {
    rule: 'allot-and-evaluate',
    allows: {
      'two posts': whole('开始 → 审定资金 → 绩效评价 → 办结', {
        审定资金: by('decide', '局长'),
        绩效评价: by('review', '评价机构'),
      }),
    },
    finds: {
      'one post': [
        whole('开始 → 审定资金 → 绩效评价 → 办结', {
          审定资金: by('decide', '科长'),
          绩效评价: by('review', '科长'),
        }),
        [['审定资金', '绩效评价']],
      ],
    },
  },
  {
    rule: 'build-and-accept',
    allows: {
      'two posts': whole(
        '开始 → 组织施工 → 竣工验收 → 办结',
        { 组织施工: by('execute', '基建员'), 竣工验收: by('accept', '验收员') },
        works,
      ),
    },
    finds: {
      'accepts what it built, and pays': [
        whole(
          '开始 → 组织施工 → 竣工验收 → 支付工程款 → 办结',
          {
            组织施工: by('execute', '基建员'),
            竣工验收: by('accept', '基建员'),
            支付工程款: by('execute', '基建员'),
          },
          works,
        ),
        [['组织施工', '竣工验收', '支付工程款']],
      ],
    },
  },
  {
    rule: 'accept-and-keep',
    allows: {
      'two posts': whole(
        '开始 → 验收 → 入库保管 → 办结',
        { 验收: by('accept', '验收员'), 入库保管: by('execute', '保管员') },
        procurement,
      ),
    },
    finds: {
      'one post': [
        whole(
          '开始 → 验收 → 入库保管 → 办结',
          { 验收: by('accept', '保管员'), 入库保管: by('execute', '保管员') },
          procurement,
        ),
        [['验收', '入库保管']],
      ],
    },
  },
]
