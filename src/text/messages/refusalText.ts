import type { Reason } from '../../model/edits/refusal.ts'

/** Why an edit is refused, and what to do instead. */
export const refusalText = {
  'empty-name': '名称不能为空。',
  gone: '要改的内容已被删除，可能是其他人刚刚删掉的。',
  'post-exists': '已有同名的岗位，请换一个名称。',
  'flowline-exists': '这两个环节之间已经有流线了。',
  'step-to-itself': '流线不能从一个环节连回它自己。',
  'last-step': '图上至少要留一个环节。',
  'internal-power':
    '这是内部权力（人、财、物），一般不编外部流程图；确需公开的，请在“图的信息”中打开“编制外部流程图”。',
  'too-few-exits': '有三条以上出线的判断才需要拆分。',
  'too-long': '文字太长了：名称不超过 2000 字，其他内容不超过 100000 字。请精简。',
  'nothing-public': '所有环节都标为仅内部可见，没有可以公开的内容。',
} as const satisfies Record<Reason, string>
