/** Why a command about a measure is refused. */
import type { ControlRefusal } from '../../model/control/decideControl.ts'

export const controlRefusals: { readonly [R in ControlRefusal | 'wrong-file']: string } = {
  'no-right': '您只能查看措施台账，不能登记',
  unnamed: '登记要写明是谁：请先填写姓名',
  'no-such-measure': '流程图里没有这条措施',
  'no-such-occurrence': '这条措施在这一天没有安排',
  'no-such-check': '没有这条落实记录',
  'no-such-evidence': '没有要替换的这份证据',
  'already-settled': '这一次已经落实或不适用；登记错了请先撤销原记录',
  revoked: '这条记录已经撤销',
  'not-done-yet': '落实日期不能晚于今天',
  'no-reason': '请写明理由',
  'no-note': '没有落实、部分落实或不适用的，请写明情况',
  'same-day': '改后的日期与原来相同',
  'no-evidence': '请填写证据内容，或选择文件',
  'not-own': '只有登记人本人或目录管理员能撤销',
  'control-full': '这张图的防控记录太多，不能再登记；请与管理员联系',
  'wrong-file':
    '不能作为证据：请用 10 MB 以内的 PDF、Word、Excel、图片（JPG、PNG）或 txt 文件，文件名与内容要一致',
}
