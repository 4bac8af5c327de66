/**
 * The words of the warning documents.
 *
 * 预警告知书: 对发现的问题及薄弱环节，及时告知预警对象，提醒预警对象进行整改; 预警建议书: 明确预警级别，提出
 * 预警要求 [W5 镇海区]. 整改意见书: 对防控责任落实不到位、防控措施制定不具体的部门和单位下达，落实整改
 * [W4 检修公司，一书两报告]. 提醒: 口头、书面、短信、特别提示，实现关口前移、防微杜渐; 黄、橙、红三色预警 [W2].
 * The outward form follows GB/T 9704-2012 (文号、主送、正文、落款).
 */
import type { NoticeKind, WarningColour } from '../../model/registers/notice.ts'
import { dateWording } from './paper.ts'

export const noticeTitle = {
  reminder: '廉政风险提醒函',
  warning: '廉政风险预警告知书',
  advice: '廉政风险预警建议书',
  rectification: '廉政风险防控整改意见书',
  prompt: '廉政风险预警提示书',
  admonition: '廉政风险诫勉警示书',
  correction: '廉政风险责令纠错书',
} as const satisfies Record<NoticeKind, string>

export const warningColourName = {
  green: '绿色',
  yellow: '黄色',
  orange: '橙色',
  red: '红色',
} as const satisfies Record<WarningColour, string>

const about = (power: string | undefined) => (power === undefined ? '' : `“${power}”`)

const opening = {
  reminder: (power) =>
    `为实现关口前移、防微杜渐，现就你单位（岗位）${about(power)}权力运行中可能发生的廉政风险提醒如下：`,
  warning: (power) =>
    `在廉政风险排查防控中，发现你单位（岗位）${about(power)}权力运行存在以下问题和薄弱环节，现予告知：`,
  advice: (power) =>
    `根据廉政风险排查和测评情况，现就你单位（岗位）${about(power)}权力运行提出预警建议。主要差距和不足是：`,
  rectification: (power) =>
    `经审核，你单位（岗位）${about(power)}廉政风险防控责任落实、防控措施制定中存在以下问题，请予整改：`,
  prompt: (power) => `经排查，你单位（岗位）${about(power)}权力运行中有苗头性、倾向性问题，现予预警提示：`,
  admonition: (power) =>
    `经核查，你单位（岗位）${about(power)}权力运行中存在轻微违反规定的问题，现予诫勉警示：`,
  correction: (power) => `经核查，你单位（岗位）${about(power)}权力运行中存在违反规定的行为，现责令纠正：`,
} as const satisfies Record<NoticeKind, (power: string | undefined) => string>

const demand = {
  reminder: '请结合实际做好以下防范工作：',
  warning: '请对照上述问题进行整改，并做到：',
  advice: '现提出以下预警要求：',
  rectification: '整改要求如下：',
  prompt: '请及时防范，并做到：',
  admonition: '请认真检查，并做到：',
  correction: '请立即停止并纠正，具体要求是：',
} as const satisfies Record<NoticeKind, string>

export const noticeWords = {
  opening: (kind: NoticeKind, power: string | undefined) => opening[kind](power),
  demand: (kind: NoticeKind) => demand[kind],
  colour: (colour: WarningColour) => `预警级别：${warningColourName[colour]}预警`,
  addressee: (addressee: string) => `${addressee}：`,
  finding: (number: number, place: string, text: string) =>
    `${number}.${place === '' ? '' : `${place}：`}${text}`,
  basis: (basis: string) => `（依据：${basis}）`,
  item: (number: number, text: string) => `${number}.${text}`,
  deadline: (date: string) =>
    `请于${dateWording(date)}前完成整改，并将整改情况书面报送我单位；收到本文书后，请填写回执并及时送回。`,
  noDeadline: '收到本文书后，请填写回执并及时送回。',
  contact: (contact: string | undefined, phone: string | undefined) =>
    [contact && `联系人：${contact}`, phone && `联系电话：${phone}`].filter(Boolean).join('　　'),
  issuer: (issuer: string) => `${issuer}（盖章）`,
  date: dateWording,
  copies: (copies: string) => `抄送：${copies}`,
  receiptTitle: (title: string) => `${title}回执`,
  receiptNumber: '文书编号',
  receiptTo: '制发单位',
  receiptFrom: '签收单位（岗位）',
  receivedOn: '收到日期',
  receivedBy: '签收人（签字）',
  measuresTaken: '整改措施及完成情况',
  doneBefore: '要求完成日期',
  seal: '签收单位（盖章）',
  blankDate: '　　　　年　　月　　日',
  /** 文号: the short name of who issues it, the year in 〔〕, a number without zeros before it (GB/T 9704-2012, 7.2.5). */
  number: (shortName: string, year: number, serial: number) => `${shortName}〔${year}〕${serial}号`,
} as const

/** 文书台账 */
export const noticeRegisterWords = {
  tab: '文书台账',
  title: '提醒预警文书台账',
  heading: (count: number) => `文书台账（${count} 份）`,
  export: '导出 Excel',
  none: '还没有发出文书。',
  date: (date: string) => `统计日期：${dateWording(date)}`,
  headings: {
    at: '序号',
    number: '文号',
    kind: '文书',
    issuer: '制发单位',
    addressee: '发给谁',
    power: '权力事项',
    issuedOn: '制发日期',
    deadline: '整改期限',
    receivedOn: '回执',
  },
  late: '逾期',
  waiting: '未到期',
  ofKind: (kind: string, count: number) => `${kind} ${count} 份`,
  total: (all: number, kinds: readonly string[], received: number, late: number) =>
    `共 ${all} 份${kinds.length > 0 ? `：${kinds.join('、')}` : ''}；已回执 ${received} 份，逾期未回执 ${late} 份`,
} as const
