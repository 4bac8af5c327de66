/** Rows of the header (see `chartFields.ts`), and kinds shared with steps. */
import { powerKinds } from '../powerKinds.ts'
import { timeLimitKind } from '../time/timeLimit.ts'
import { failsClosed, flag, listOf, optional, record, text, word } from '../kinds/kinds.ts'
import { on, type Rows } from './surfaces.ts'

export const basisFields = { title: text, article: optional(text) } as const

/** 依据: a law, a rule or a document of the unit, with the article if known. */
export const legalBasis = listOf({ ...record(basisFields), wordable: true })

const powerKind = word(...powerKinds)

const printed = on('panel tableImport paper textTwin publicPage history', 'grid registers checkedTexts')
const printedLimit = on('panel tableImport paper textTwin publicPage history checkedTexts', 'grid registers')

/** Text around the drawing: 事项名称、承诺期限、承办处室、电话 … [P1][P38][P39]. */
export const headerFields = {
  title: {
    ...text,
    otherwise: '',
    fileMayOmit: true,
    public: 'replaced',
    ...on('panel tableImport registers paper textTwin publicPage history checkedTexts', 'grid'),
  },
  /** Title of the external chart; `title` if left out. */
  publicTitle: {
    ...failsClosed(optional(text), ''),
    public: 'never',
    ...on('panel paper textTwin publicPage history', 'grid tableImport registers checkedTexts'),
  },
  unit: {
    ...optional(text),
    public: 'always',
    ...on('panel tableImport registers paper textTwin publicPage history', 'grid checkedTexts'),
  },
  /** 承办处室 */
  office: {
    ...optional(text),
    public: 'always',
    ...on('panel tableImport registers paper textTwin publicPage history', 'grid checkedTexts'),
  },
  /** 职权编码 */
  code: { ...optional(text), public: 'always', ...printed },
  /** 职权类别: the ten of the 权责清单, and the internal powers over people, money and things. */
  powerKind: {
    ...optional(powerKind),
    strict: true,
    public: 'always',
    ...on('panel paper textTwin publicPage history', 'grid tableImport registers checkedTexts'),
  },
  legalBasis: {
    ...optional(legalBasis),
    public: 'always',
    ...on('panel paper textTwin publicPage history', 'grid tableImport registers checkedTexts'),
  },
  /** 法定期限 */
  statutoryLimit: { ...optional(timeLimitKind), public: 'always', ...printedLimit },
  /** 承诺期限 */
  promisedLimit: { ...optional(timeLimitKind), public: 'always', ...printedLimit },
  /** 咨询电话 */
  consultPhone: { ...optional(text), public: 'always', ...printed },
  /** 监督投诉电话: required on every external chart. */
  supervisionPhone: { ...optional(text), public: 'always', ...printed },
  /** 办理地点 */
  place: { ...optional(text), public: 'always', ...printed },
  /** 办理时间 */
  openingHours: { ...optional(text), public: 'always', ...printed },
  /** 公布日期, yyyy-mm-dd */
  issuedOn: {
    ...optional(text),
    public: 'always',
    ...on('panel paper textTwin history', 'grid tableImport registers publicPage checkedTexts'),
  },
  /** 版本标识, free text: 第3版、2026-01 */
  versionMark: {
    ...optional(text),
    public: 'always',
    ...on('panel paper textTwin publicPage history', 'grid tableImport registers checkedTexts'),
  },
  /** 编制人: a person's name, so internal. */
  preparedBy: {
    ...optional(text),
    public: 'never',
    ...on('panel tableImport paper textTwin history', 'grid registers publicPage checkedTexts'),
  },
  /** 备注, printed on the internal chart only. */
  note: {
    ...optional(text),
    public: 'never',
    ...on('panel paper textTwin history', 'grid tableImport registers publicPage checkedTexts'),
  },
  /**
   * Whether there is an external chart. If left out, the kind of power decides: powers over people,
   * money and things have none (政府信息公开条例 art. 16).
   */
  hasExternal: {
    ...failsClosed(optional(flag), false),
    public: 'never',
    ...on('panel history', 'grid tableImport registers paper textTwin publicPage checkedTexts'),
  },
} as const satisfies Rows
