/** 逐级审定: the approval rungs of a chart, as data. */

export interface ApprovalStage {
  readonly id: string
  readonly name: string
  /** The right needed to pass it: `write` (editors) or `mark` (reviewers). */
  readonly right: 'write' | 'mark'
  /**
   * Who may not pass it: by default whoever passed the rung below or the first one (the drafter), under
   * whatever name. `anyone`: a rung that only records, such as 公示.
   */
  readonly by?: 'another' | 'anyone'
}

export interface Ladder {
  readonly id: string
  readonly name: string
  readonly source?: string
  /** Not empty; the last rung is the publication. */
  readonly rungs: readonly ApprovalStage[]
}

/**
 * 个人自查 → 互查互提 → 部门集体审定 → 分管领导审核 → 领导小组审定 → 公示
 * (《做好查找风险阶段工作的通知》: 个人登记表本人签字, 部门登记表集体讨论审定, 报分管领导审核,
 * 领导小组综合审定, 一定范围公示; 不合格的反馈回原单位重新查找).
 */
export const sixRungs: Ladder = {
  id: 'six-rungs',
  name: '六级逐级审定',
  source: '《做好查找风险阶段工作的通知》',
  rungs: [
    { id: 'self', name: '个人自查', right: 'write' },
    { id: 'peers', name: '互查互提', right: 'write' },
    { id: 'department', name: '部门集体审定', right: 'write' },
    { id: 'leader', name: '分管领导审核', right: 'mark' },
    { id: 'group', name: '领导小组审定', right: 'mark' },
    { id: 'publicity', name: '公示', right: 'mark', by: 'anyone' },
  ],
}

/** 个人 → 股室负责人审核 → 领导小组办公室备案 (某县财政局的五步法). */
export const threeRungs: Ladder = {
  id: 'three-rungs',
  name: '三级审核备案',
  source: '县财政局“自己找、领导提、相互帮、集中评、组织审”五步法',
  rungs: [
    { id: 'self', name: '自己找', right: 'write' },
    { id: 'office', name: '股室负责人审核', right: 'mark' },
    { id: 'record', name: '领导小组办公室备案', right: 'mark' },
  ],
}

export const ladders: readonly Ladder[] = [sixRungs, threeRungs]
