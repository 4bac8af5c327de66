/** 逐级审定: the approval rungs of a chart, as data. */
import type { RungRecord } from './rungRecord.ts'

export interface ApprovalStage {
  readonly id: string
  readonly name: string
  /** The right needed to pass it: `write` (editors) or `mark` (reviewers). */
  readonly right: 'write' | 'mark'
  /**
   * Who may not pass it: by default whoever passed the rung below or the first one (the drafter), under
   * whatever name. `anyone`: a rung that only records, such as 公示.
   */
  readonly by?: 'another' | 'anyone' | undefined
  /** What is written down when it is passed. */
  readonly asks?: RungRecord['what'] | undefined
  /** Names, posts or offices of those who may pass it; left out: whoever has the right. */
  readonly who?: readonly string[] | undefined
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
    { id: 'department', name: '部门集体审定', right: 'write', asks: 'meeting' },
    { id: 'leader', name: '分管领导审核', right: 'mark' },
    { id: 'group', name: '领导小组审定', right: 'mark', asks: 'meeting' },
    { id: 'publicity', name: '公示', right: 'mark', by: 'anyone', asks: 'publicity' },
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

/** What a unit may make: its own rungs, in its own words. */
export interface OwnLadder {
  readonly name: string
  readonly rungs: readonly ApprovalStage[]
}

export const mostRungs = 12

/** Whether it can be climbed: two rungs at least, each with a name and an id of its own, 公示 only as the last. */
export function isLadder({ name, rungs }: OwnLadder): boolean {
  if (name.trim() === '' || rungs.length < 2 || rungs.length > mostRungs) return false
  const names = rungs.map((rung) => rung.name.trim())
  if (names.includes('') || new Set(names).size < rungs.length) return false
  if (new Set(rungs.map(({ id }) => id)).size < rungs.length) return false
  return rungs.every(({ asks }, at) => asks !== 'publicity' || at === rungs.length - 1)
}

/** One of ours, or one of the unit's own that can be climbed. */
export function isKnownLadder({
  ladder,
  own,
}: {
  readonly ladder: string
  readonly own?: OwnLadder | undefined
}) {
  return own === undefined ? ladders.some(({ id }) => id === ladder) : isLadder(own)
}

/** Whether a rung names this person, their post, or the office that their post belongs to. */
export function mayClimb({ who }: ApprovalStage, person: { readonly name: string; readonly post: string }) {
  if (who === undefined || who.length === 0) return true
  const [name, post] = [person.name.trim(), person.post.trim()]
  return who.some((each) => each.trim() !== '' && (each.trim() === name || post.includes(each.trim())))
}
