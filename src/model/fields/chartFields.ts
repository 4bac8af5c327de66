/**
 * One row per field of a chart: its kind, its disclosure to the public, and the surfaces that show it.
 * Derived from these rows: types (`chart.ts`), repair of merged records, file schema, limits, the
 * allow-list of the external edition, and the plain fields of panel, grid, table import, sheet, text
 * twin and public page. Labels are in `text/fieldWords.ts`.
 */
import { gradingKind } from '../grading.ts'
import { timeLimitKind } from '../time/timeLimit.ts'
import { headerFields, legalBasis } from './headerFields.ts'
import {
  failsClosed,
  flag,
  id,
  listOf,
  name,
  number,
  optional,
  position,
  text,
  word,
  type FieldKinds,
  type Kind,
} from '../kinds/kinds.ts'
import { riskFields } from './riskFields.ts'
import { everywhere, on, surfaces, type Rows, type Surface } from './surfaces.ts'

/** 责任岗位: a post, not a person (对岗不对人). One lane each. */
export const postFields = {
  name: { ...name, otherwise: '', public: 'replaced', ...on(everywhere) },
  /** Name shown to the public; `name` if left out. */
  publicName: {
    ...failsClosed(optional(text), ''),
    public: 'never',
    ...on('paper textTwin publicPage history', 'panel grid tableImport registers checkedTexts'),
  },
} as const satisfies Rows

/** First half of a step's fields; separate because `withheld` refers to them. */
const workFields = {
  /** ISO 5807 / GB/T 1526: 端点、处理、判断、文件、预定义处理. */
  kind: {
    ...word('terminator', 'process', 'decision', 'document', 'subprocess'),
    otherwise: 'process',
    public: 'always',
    ...on('panel grid tableImport paper history', 'registers textTwin publicPage checkedTexts'),
  },
  name: { ...name, otherwise: '', public: 'replaced', ...on(everywhere) },
  /** Name shown to the public. */
  publicName: {
    ...failsClosed(optional(text), ''),
    public: 'never',
    ...on('panel paper textTwin publicPage history checkedTexts', 'grid tableImport registers'),
  },
  /** 责任岗位: the first holds the lane. */
  posts: {
    ...optional(listOf(id)),
    public: 'unlessWithheld',
    ...on('panel grid tableImport registers paper textTwin publicPage history', 'checkedTexts'),
  },
  /** 职责角色: input of the separation-of-duties checks. */
  duty: {
    ...optional(word('initiate', 'handle', 'review', 'decide', 'execute', 'accept', 'supervise')),
    public: 'never',
    ...on('panel grid tableImport history', 'registers paper textTwin publicPage checkedTexts'),
  },
  timeLimit: {
    ...optional(timeLimitKind),
    public: 'unlessWithheld',
    ...on('panel grid tableImport paper textTwin publicPage history checkedTexts', 'registers'),
  },
  legalBasis: {
    ...optional(legalBasis),
    public: 'unlessWithheld',
    ...on('panel tableImport textTwin publicPage history', 'grid registers paper checkedTexts'),
  },
  /** 材料 submitted by the applicant. */
  materials: {
    ...optional(listOf(text)),
    public: 'unlessWithheld',
    ...on('panel tableImport textTwin publicPage history checkedTexts', 'grid registers paper'),
  },
  /** 文书 issued in this step: 《受理通知书》… */
  documents: {
    ...optional(listOf(text)),
    public: 'unlessWithheld',
    ...on('panel tableImport textTwin publicPage history checkedTexts', 'grid registers paper'),
  },
  /** Minimum number of persons acting together (行政处罚法 art. 42: 2). */
  persons: {
    ...optional(number),
    public: 'never',
    ...on('panel paper textTwin history', 'grid tableImport registers publicPage checkedTexts'),
  },
  /** 办理地点: a window, a hall, the place of an inspection. */
  place: { ...optional(text), plain: true, public: 'unlessWithheld', ...on(everywhere) },
  /** 阶段 of a longer flow; on paper as bands, where they are wished for. */
  phase: {
    ...optional(text),
    plain: true,
    public: 'unlessWithheld',
    ...on('panel grid tableImport textTwin publicPage history registers checkedTexts', 'paper'),
  },
} as const satisfies Rows

type WorkFields = typeof workFields

/** Fields of a step that can be withheld from the public individually. */
export type WithheldField = {
  [F in keyof WorkFields]: WorkFields[F]['public'] extends 'unlessWithheld' ? F : never
}[keyof WorkFields]

export const withheldFields = Object.entries(workFields).flatMap(([field, row]) =>
  row.public === 'unlessWithheld' ? [field as WithheldField] : [],
)

const byHand = on('paper history', 'panel grid tableImport registers textTwin publicPage checkedTexts')

/** 环节 */
export const stepFields = {
  ...workFields,
  internalOnly: {
    ...failsClosed(optional(flag), true),
    public: 'never',
    ...on('panel grid tableImport paper textTwin publicPage history', 'registers checkedTexts'),
  },
  /**
   * 并行 (会签、并联审批): all exits are gone at once (`fork`), all ways are awaited (`join`). Left out,
   * several exits are a choice, or, where they come together again, either.
   */
  parallel: {
    ...optional(word('fork', 'join', 'both')),
    public: 'replaced',
    ...on('panel grid tableImport paper textTwin publicPage history', 'registers checkedTexts'),
  },
  withheld: {
    ...failsClosed(optional(listOf(word(...withheldFields))), withheldFields),
    public: 'never',
    ...on('panel textTwin publicPage history', 'grid tableImport registers paper checkedTexts'),
  },
  /** 备注: internal. */
  note: {
    ...optional(text),
    public: 'never',
    ...on('panel grid tableImport history', 'registers paper textTwin publicPage checkedTexts'),
  },
  /** Manual position by edition and view; if left out, the layout decides. */
  flowPosition: { ...optional(position), public: 'never', ...byHand },
  lanesPosition: { ...optional(position), public: 'never', ...byHand },
  externalFlowPosition: { ...optional(position), public: 'always', ...byHand },
  externalLanesPosition: { ...optional(position), public: 'always', ...byHand },
} as const satisfies Rows

const joining = on('panel grid tableImport paper textTwin publicPage history', 'registers checkedTexts')

export type PlainField = {
  [F in keyof WorkFields]: WorkFields[F] extends { readonly plain: true } ? F : never
}[keyof WorkFields]

const plainFields = new Map(surfaces.map((surface) => [surface, plainFieldsIn(workFields, surface)]))

/** The plain text fields of a step shown on this surface, in row order. */
export function plainFieldsOn(surface: Surface): readonly PlainField[] {
  return plainFields.get(surface) ?? []
}

function plainFieldsIn(rows: Rows, surface: Surface): readonly PlainField[] {
  return Object.entries(rows).flatMap(([field, { plain, shows }]) =>
    plain && shows.includes(surface) ? [field as PlainField] : [],
  )
}

/** 流线 (GB/T 1526) */
export const flowlineFields = {
  from: { ...id, otherwise: '', public: 'replaced', ...joining },
  to: { ...id, otherwise: '', public: 'replaced', ...joining },
  label: {
    ...optional(text),
    public: 'replaced',
    ...on('panel grid tableImport paper textTwin publicPage history checkedTexts', 'registers'),
  },
  /**
   * The side of `from` on which a person drew `to`; if left out, the layout decides. Where the two
   * stand in different lanes, the order of the lanes decides.
   */
  side: { ...optional(word('left', 'right')), public: 'replaced', ...byHand },
} as const satisfies Rows

const carriedOut = on('panel registers paper textTwin history', 'grid tableImport publicPage checkedTexts')

/**
 * 防控措施. A measure lists its risks, not the reverse, so that two measures added concurrently to one
 * risk do not overwrite each other. The chart file stores `risks[].measures`.
 */
export const measureFields = {
  text: { ...text, otherwise: '', public: 'always', ...on(everywhere) },
  risks: {
    ...listOf(id),
    otherwise: [],
    public: 'replaced',
    ...on('panel grid tableImport registers paper textTwin publicPage history', 'checkedTexts'),
  },
  /** 前期预防、中期监控、后期处置 [W3]. */
  stage: {
    ...optional(word('before', 'during', 'after')),
    public: 'never',
    ...on('panel history', 'grid tableImport registers paper textTwin publicPage checkedTexts'),
  },
  /** 教育、制度、监督 [W4], and 科技. */
  means: {
    ...optional(word('education', 'institution', 'supervision', 'technology')),
    public: 'never',
    ...on('panel history', 'grid tableImport registers paper textTwin publicPage checkedTexts'),
  },
  /** 责任岗位 or 责任人 of the measure; the risk has its own. */
  responsible: { ...optional(text), public: 'never', ...carriedOut },
  /** 完成时间或频次 as written: a day, or a rule that `time/readSchedule.ts` reads. */
  schedule: { ...optional(text), public: 'never', ...carriedOut },
  /** 要求的证据: what shows that it was done. What is handed in is not in the chart. */
  evidence: {
    ...optional(text),
    public: 'never',
    ...on('panel history', 'grid tableImport registers paper textTwin publicPage checkedTexts'),
  },
} as const satisfies Rows

/**
 * 豁免: a person's statement that a finding is acceptable. It covers one rule at exactly these steps.
 * Internal: never in an external edition; listed beside the findings.
 */
export const waiverFields = {
  /** Id of the rule. */
  rule: { ...name, otherwise: '' },
  /** Empty if the finding concerns the whole chart. */
  steps: { ...listOf(id), otherwise: [] },
  /** The risks or the post concerned, if one rule can have several findings at the same steps. */
  risks: optional(listOf(id)),
  post: optional(text),
  reason: { ...text, otherwise: '' },
  /** Author, as entered. */
  by: optional(text),
  /** yyyy-mm-dd */
  on: optional(text),
} as const satisfies FieldKinds

/** Fields per root of the shared document. `meta` has two records, `header` and `grading`. */
export const rootFields = {
  posts: postFields,
  steps: stepFields,
  flowlines: flowlineFields,
  risks: riskFields,
  measures: measureFields,
  waivers: waiverFields,
} as const satisfies { readonly [root: string]: FieldKinds }

/** The kind of a field; undefined for an unknown field. */
export function kindOf(
  root: keyof typeof rootFields | 'meta',
  record: string,
  field: string,
): Kind | undefined {
  const meta: FieldKinds = record === 'header' ? headerFields : { scheme: gradingKind }
  const fields: FieldKinds = root === 'meta' ? meta : rootFields[root]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}
