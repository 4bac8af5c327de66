/** The fields of a risk: rows as in `chartFields.ts`. */
import { byName, failsClosed, id, listOf, number, optional, record, text, word } from '../kinds/kinds.ts'
import { most } from '../kinds/limits.ts'
import { everywhere, on, type Rows } from './surfaces.ts'

/** The level of a risk under an earlier scheme, restored when that scheme is chosen again. */
export const formerLevelFields = {
  /** Id of that scheme. */
  scheme: text,
  schemeName: text,
  level: text,
  levelName: text,
  /**
   * The level it was replaced by; if the risk has been regraded since, the former level is not
   * restored.
   */
  became: optional(text),
} as const

const levelId = { is: 'text', least: 1, most: most.name } as const

/** 风险点: of a step or of a post. */
export const riskFields = {
  step: {
    ...failsClosed(optional(id), ''),
    public: 'replaced',
    ...on('panel grid tableImport registers paper textTwin publicPage history', 'checkedTexts'),
  },
  post: {
    ...optional(id),
    public: 'replaced',
    ...on('panel registers history', 'grid tableImport paper textTwin publicPage checkedTexts'),
  },
  text: { ...text, otherwise: '', fileMayOmit: true, public: 'always', ...on(everywhere) },
  /** 风险类别: the five of most schemes [W4][P16]. */
  category: {
    ...optional(word('integrity', 'duty', 'process', 'institution', 'environment')),
    public: 'always',
    ...on('panel tableImport registers history', 'grid paper textTwin publicPage checkedTexts'),
  },
  /** 权力的三类 [W3]: 外部权力、内部权力、公共类. If left out, derived from the kind of power (`sphereOf`). */
  sphere: {
    ...optional(word('external', 'internal', 'public')),
    public: 'never',
    ...on('panel history', 'grid tableImport registers paper textTwin publicPage checkedTexts'),
  },
  /** Factor id → position of the chosen value, from 1 (可能性、严重性 …). Earlier schemes' factors stay. */
  factors: {
    ...optional(byName(number)),
    public: 'never',
    ...on('panel history', 'grid tableImport registers paper textTwin publicPage checkedTexts'),
  },
  /** Id of a level of the grading scheme; a chart file may name it (高). */
  level: {
    ...optional(levelId),
    public: 'always',
    ...on('panel grid tableImport registers paper textTwin history', 'publicPage checkedTexts'),
  },
  /** One per scheme. */
  formerLevels: {
    ...optional(listOf(record(formerLevelFields))),
    public: 'never',
    ...on('panel', 'grid tableImport registers paper textTwin publicPage history checkedTexts'),
  },
  /** 查找途径: 自己找、同事帮、群众提、互相查、领导点、组织评 [W1][W4]. */
  source: {
    ...optional(word('self', 'colleagues', 'public', 'peers', 'leaders', 'organisation')),
    public: 'never',
    ...on('panel registers history', 'grid tableImport paper textTwin publicPage checkedTexts'),
  },
  /** 形成原因 [W1][W3]: what lets it happen. */
  cause: {
    ...optional(text),
    public: 'never',
    ...on('panel tableImport registers history', 'grid paper textTwin publicPage checkedTexts'),
  },
  /** 可能后果 [W1]: what comes of it, by which it is graded. */
  consequence: {
    ...optional(text),
    public: 'never',
    ...on('panel tableImport registers history', 'grid paper textTwin publicPage checkedTexts'),
  },
  /** 填写人: 坚决杜绝由某一个人填写 [W1]. The name is set by the page of whoever writes the text. */
  filledBy: {
    ...optional(text),
    public: 'never',
    ...on('panel tableImport registers history', 'grid paper textTwin publicPage checkedTexts'),
  },
  /** 责任人、责任岗位 as the form prints it */
  responsible: {
    ...optional(text),
    public: 'ifPeopleAreNamed',
    ...on('panel tableImport registers paper history', 'grid textTwin publicPage checkedTexts'),
  },
  /** 责任领导 */
  leader: {
    ...optional(text),
    public: 'ifPeopleAreNamed',
    ...on('panel tableImport registers paper history', 'grid textTwin publicPage checkedTexts'),
  },
} as const satisfies Rows
