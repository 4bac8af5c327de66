/** Words of a step's fields, shared by all surfaces. */
import type { PlainField, stepFields } from '../model/fields/chartFields.ts'

interface FieldWords {
  readonly label: string
  /** Short form, for column headings of the grid. */
  readonly short: string
  readonly hint?: string
}

interface PlainWords extends FieldWords {
  readonly hint: string
  /** Table headings with this meaning; compared in half width, without blanks and brackets. */
  readonly headings: readonly string[]
}

/** Manual positions have no label: they are set by dragging. */
type Named = Exclude<keyof typeof stepFields, `${string}Position` | PlainField>

/** Label of a plain field. */
export const plainFieldWords: { readonly [F in PlainField]: PlainWords } = {
  place: {
    label: '办理地点',
    short: '地点',
    hint: '如 政务服务大厅3号窗口',
    headings: [
      '办理地点',
      '地点',
      '办理窗口',
      '受理地点',
      '受理窗口',
      '办事地点',
      '办公地点',
      '办理场所',
      '服务窗口',
      '窗口',
    ],
  },
  phase: {
    label: '阶段',
    short: '阶段',
    hint: '如 申请受理阶段；不填则与上一环节相同',
    headings: ['所属阶段', '流程阶段', '办理阶段', '工作阶段'],
  },
}

export const stepFieldWords = {
  kind: { label: '类型', short: '类型' },
  name: { label: '环节名称', short: '环节' },
  publicName: { label: '公开名称', short: '公开名称', hint: '不填则与环节名称相同' },
  posts: { label: '责任岗位', short: '岗位', hint: '多个岗位用“、”分开，第一个决定所在泳道' },
  duty: { label: '职责角色', short: '角色' },
  parallel: { label: '并行', short: '并行', hint: '会签、并联审批：分出的各路同时办，会合处等各路都办完' },
  timeLimit: { label: '办理时限', short: '时限', hint: '如 5个工作日、当场办理、不少于7天' },
  legalBasis: { label: '办理依据', short: '依据', hint: '一行一条，如：行政许可法 第三十二条' },
  materials: { label: '申请材料', short: '材料', hint: '一行一项' },
  documents: { label: '形成文书', short: '文书', hint: '一行一份，如：《受理通知书》' },
  persons: { label: '至少几人办理', short: '人数' },
  internalOnly: { label: '仅内部可见', short: '公开' },
  withheld: { label: '不公开的内容', short: '不公开' },
  note: { label: '备注（仅内部）', short: '备注' },
  ...plainFieldWords,
} as const satisfies { readonly [F in Named]: FieldWords } & { readonly [F in PlainField]: PlainWords }

/** Words of the plain fields by key. */
export const plainLabels = wordsOf('label')
export const plainShort = wordsOf('short')

function wordsOf(part: 'label' | 'short'): { readonly [F in PlainField]: string } {
  return Object.fromEntries(
    Object.entries<PlainWords>(plainFieldWords).map(([field, words]) => [field, words[part]]),
  ) as { readonly [F in PlainField]: string }
}
