/** Words on paper, in pictures and in the text version of a chart. */

export const stepWords = {
  /** （2人以上，1个工作日） */
  inBrackets: (facts: readonly string[]) => `（${facts.join('，')}）`,
  persons: (count: number) => `${count}人以上`,
  listed: (names: readonly string[]) => names.join('、'),
  listItem: (name: string) => `${name}、`,
  /** In a lane: the posts other than the lane's own. */
  together: (name: string) => `会同${name}`,
} as const

export const columnHeads = { risks: '风险点', steps: '流程', measures: '防控措施' } as const

export const sideBoxWords = {
  numbered: (number: number) => `${number}.`,
  /** The risks that a measure is against: 1、3. */
  numbers: (numbers: readonly number[]) => `${numbers.join('、')}.`,
  responsible: (responsible: string | undefined, leader: string | undefined) =>
    [responsible && `责任人：${responsible}`, leader && `责任领导：${leader}`].filter(Boolean).join('　'),
  /** How a measure is carried out. */
  carriedOut: (responsible: string | undefined, schedule: string | undefined) =>
    [responsible && `责任人：${responsible}`, schedule && `频次：${schedule}`].filter(Boolean).join('　'),
} as const

/** The mark of an ungraded risk. */
export const ungraded = { word: '险', name: '未定级' } as const

export const headerWords = {
  unit: '单位',
  office: '承办处室',
  code: '职权编码',
  powerKind: '职权类别',
  statutoryLimit: '法定期限',
  promisedLimit: '承诺期限',
  place: '办理地点',
  openingHours: '办理时间',
  consultPhone: '咨询电话',
  supervisionPhone: '监督电话',
  legalBasis: '依据',
  preparedBy: '编制人',
  note: '备注',
  issuedOn: '公布日期',
  internalMark: '内部公开',
  labelled: (label: string, value: string) => `${label}：${value}`,
  label: (label: string) => `${label}：`,
  listed: (values: readonly string[]) => values.join('；'),
} as const

/** 2026-09-18 → 2026年9月18日; other text is unchanged. */
export function dateWording(date: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date)
  if (!found) return date
  return `${found[1]}年${Number(found[2])}月${Number(found[3])}日`
}

export const legendWords = {
  noPost: '未定岗位的环节',
  title: '图例',
  terminator: '起止',
  process: '办理环节',
  decision: '判断',
  document: '文书',
  subprocess: '子流程',
  internalOnly: '内部环节',
  flowline: '流向',
  return: '退回、补正',
  parallel: '同时办理（会签、并联）',
  level: (name: string) => `${name}风险`,
  /** For marks with a number. */
  count: '（数字为风险点个数）',
} as const

/** Numbers of steps on paper, and what is said by number below the chart. */
export const stepNoteWords = {
  legend: '环节编号',
  note: (number: number, name: string, said: readonly string[]) => `${number}. ${name}（${said.join('；')}）`,
} as const

export const textTwinWords = {
  steps: '办理环节',
  step: (number: number, name: string) => `${number}. ${name}`,
  posts: '责任岗位',
  limit: '时限',
  parallel: '并行',
  persons: '人数',
  legalBasis: '依据',
  materials: '材料',
  documents: '文书',
  internalOnly: '（内部环节，不对外公开）',
  next: (number: number, name: string) => `→ 第${number}步“${name}”`,
  condition: (label: string) => `（${label}）`,
  risk: '风险点',
  measure: '防控措施',
  measureOf: (text: string, carriedOut: string) => (carriedOut === '' ? text : `${text}（${carriedOut}）`),
  level: (name: string) => `［${name}］`,
} as const

/**
 * Words that must not be broken across lines. Our own list, because the dictionary of
 * Intl.Segmenter differs between machines.
 */
export const fieldWords: readonly string[] = (
  '三重一大 工作日 自然日 不予受理 不予许可 不予批准 不予行政 一次性 负责人 责任人 经办人 承办人 申请人 ' +
  '当事人 相对人 利害关系人 主持人 委员会 领导小组 办公室 办公会 党组会 党委会 班子 书记 主任 局长 科长 ' +
  '处长 股长 所长 院长 校长 分管领导 主要领导 领导 行政许可 行政处罚 行政强制 行政奖励 行政复议 行政诉讼 ' +
  '行政 许可 处罚 强制 奖励 复议 诉讼 申请 受理 审查 审核 审批 审定 审议 决定 送达 告知 通知书 决定书 告知书 ' +
  '申请书 申请表 补正 公示 公告 公开 听证 归档 存档 办结 结案 立案 调查 取证 检查 核查 核实 核对 勘验 现场 ' +
  '材料 资料 文件 文书 证件 证书 批复 备案 登记 登记表 审批表 汇总 汇报 报告 报送 上报 呈报 提交 提出 ' +
  '出具 制作 编制 拟定 制定 签订 签字 签发 盖章 用印 公章 合同 协议 采购 招标 投标 评标 开标 中标 中标人 ' +
  '供应商 代理机构 验收 入库 出库 领用 付款 支付 报销 预算 决算 资金 财务 会计 出纳 资产 固定资产 工程 项目 ' +
  '单位 部门 科室 处室 机关 机构 窗口 政务服务 大厅 中心 上级 下级 本级 集体 研究 讨论 会议 会审 会签 ' +
  '意见 异议 建议 方案 计划 标准 程序 流程 权限 职权 职责 条件 范围 期限 时限 以内 以上 以下 超过 不少于 ' +
  '符合 不符合 齐全 不齐全 合格 不合格 同意 不同意 批准 属于 不属于 成立 不成立 是否 需要 不需要 ' +
  '组织 实施 执行 监督 管理 考核 考察 推荐 民主 评审 评估 评议 鉴定 检验 检测 抽取 专家 评委 纪检 监察 ' +
  '工作人员 执法人员 人员 群众 信访 来访 接待 投诉 举报 答复 反馈 整改 处理 办理 退回 发放 领取 缴纳 ' +
  '传染病 防治 综合 监督处 问题 特定 关系人 直接 规定 年度 采购人 竞争性 谈判 询价 单一来源 认定 或者 书面 ' +
  '申报 申购 大宗 物品 特殊 紧急 经济 状况 走访 推选 传真 情况 复杂 公务员 责任 住宅 事故 农机 教育厅 自治区 组织部 ' +
  '资助 奖助 班级 小组 差错 调整 网上 网络 通知 设备 客户端 系统 平衡 名单 打印 转账 现金 账务 清理 接受 证明 用途 金额 ' +
  '方式 经费 专项 内容 必要 主管 报名 正职 副职 测评 考试 对象 职位 空缺 工作 单据 凭证 发票 签名 会计师 党支部 支部 ' +
  '案件 终结 陈述 申辩 事实 理由 证据 权利 救济 救助 身份证 营业执照 窗口 科员 科室 领取 邮寄 直接送达 留置送达 ' +
  '公民 法人 其他组织 委托 代理人 承诺 容缺 即办 当场 公开栏 网站 印章 会议 纪要 备案 存档 登记 初审 复审 终审 ' +
  '学校 学生 教师 医院 法律援助 政治处 党委 常委会 校领导 院领导 主管部门 业务科 财务处 招标文件 招标公告 会议纪要 乡镇 街道 村民 居民 低保 家庭 补贴 补助 奖学金 招生 录取 干部 任免 任职 职工'
).split(' ')
