/** Why a step of a 预警 case is refused. */
import type { WarningRefusal } from '../../model/control/decideWarning.ts'

export const warningRefusals: { readonly [R in WarningRefusal]: string } = {
  'no-right': '这一步由目录管理员（单位链接的目录权限为“管”）办理',
  unnamed: '要写明是谁办理：请先填写姓名',
  'no-such-warning': '没有这件预警',
  begun: '这件预警已经登记',
  'not-now': '现在还不到这一步，或者已经办过',
  'same-person': '不能由同一个人办理：整改的人不能自己复核、销号，申请延期的人不能自己审批',
  'empty-text': '请把这一步要写的内容写完整',
  'deadline-past': '整改时限不能早于今天',
  'not-later': '延期要晚于现在的时限，且不早于今天',
  'asked-already': '已经申请延期，等待审批',
  'not-asked': '没有待审批的延期申请',
}
