/**
 * What a 权力运行流程图 is: readonly data, no behaviour. The words are the field's
 * own (GLOSSARY.md); the sources of a rule stand where the rule is.
 *
 * Everything drawn is derived from this and never stored. Order is the array's
 * here; in the shared document it is the `order` key of each record.
 */
import type { TimeLimit } from './time/timeLimit.ts'
import type { GradingScheme } from './grading.ts'
import type { powerKinds } from './powerKinds.ts'

/** A short random string, made by whoever creates the thing. */
export type Id = string

/** A key between two others (fractional indexing); compared as plain strings, ties by id. */
export type OrderKey = string

/** 职权类别: the ten of the 权责清单, and the internal powers over people, money and things. */
export type PowerKind = (typeof powerKinds)[number]

/** 依据: a law, a rule, a document of the unit; with the article where it is known. */
export interface LegalBasis {
  readonly title: string
  readonly article?: string
}

/** What stands around the drawing: 事项名称、承诺期限、承办处室、电话 … [P1][P38][P39]. */
export interface Header {
  readonly title: string
  /** What the external chart is called; left out, the title. */
  readonly publicTitle?: string
  readonly unit?: string
  /** 承办处室 */
  readonly office?: string
  /** 职权编码 */
  readonly code?: string
  readonly powerKind?: PowerKind
  readonly legalBasis?: readonly LegalBasis[]
  /** 法定期限 */
  readonly statutoryLimit?: TimeLimit
  /** 承诺期限 */
  readonly promisedLimit?: TimeLimit
  /** 咨询电话 */
  readonly consultPhone?: string
  /** 监督投诉电话: required on every external chart. */
  readonly supervisionPhone?: string
  /** 办理地点 */
  readonly place?: string
  /** 办理时间 */
  readonly openingHours?: string
  /** 公布日期, yyyy-mm-dd */
  readonly issuedOn?: string
  /** 版本标识, as the unit writes it: 第3版、2026-01 */
  readonly versionMark?: string
  /** 编制人: a name, so internal. */
  readonly preparedBy?: string
  /** 备注, printed on the internal chart only. */
  readonly note?: string
  /**
   * Whether there is an external chart at all. Left out, the kind of power decides:
   * powers over people, money and things have none (政府信息公开条例 art. 16).
   */
  readonly hasExternal?: boolean
}

/** 责任岗位: a post, not a person (对岗不对人). A lane each. */
export interface Post {
  readonly id: Id
  readonly order: OrderKey
  readonly name: string
  /** What the public reads in its place; left out, the name itself. */
  readonly publicName?: string
}

/** ISO 5807 / GB/T 1526: 端点、处理、判断、文件、预定义处理. */
export type StepKind = 'terminator' | 'process' | 'decision' | 'document' | 'subprocess'

/** 职责角色: what separation of duties is checked on. */
export type Duty = 'initiate' | 'handle' | 'review' | 'decide' | 'execute' | 'accept' | 'supervise'

/** Fields of a step that may be kept from the public one by one. */
export type WithheldField = 'posts' | 'timeLimit' | 'legalBasis' | 'materials' | 'documents'

/** A place by hand: the centre of the step, in units of the arrangement. One value, so that a merge can never mix two. */
export type Position = readonly [x: number, y: number]

/** 环节 */
export interface Step {
  readonly id: Id
  readonly order: OrderKey
  readonly kind: StepKind
  readonly name: string
  /** What the public reads in place of the name. */
  readonly publicName?: string
  /** 责任岗位: the first holds the lane. */
  readonly posts?: readonly Id[]
  readonly duty?: Duty
  readonly timeLimit?: TimeLimit
  readonly legalBasis?: readonly LegalBasis[]
  /** 材料 that are handed in. */
  readonly materials?: readonly string[]
  /** 文书 that are produced: 《受理通知书》… */
  readonly documents?: readonly string[]
  /** At least so many people act together (行政处罚法 art. 42: 2). */
  readonly persons?: number
  readonly internalOnly?: boolean
  readonly withheld?: readonly WithheldField[]
  /** 备注: internal. */
  readonly note?: string
  /** Placed by hand, by edition and arrangement; left out, the layout decides. */
  readonly flowPosition?: Position
  readonly lanesPosition?: Position
  readonly externalFlowPosition?: Position
  readonly externalLanesPosition?: Position
}

/** 流线 (GB/T 1526) */
export interface Flowline {
  readonly id: Id
  readonly order: OrderKey
  readonly from: Id
  readonly to: Id
  readonly label?: string
}

/** 风险类别: the five of most schemes [W4][P16]. */
export type RiskCategory = 'integrity' | 'duty' | 'process' | 'institution' | 'environment'

/** 权力的三类 [W3]: 外部权力、内部权力、公共类 (what everybody has to do with). */
export type PowerSphere = 'external' | 'internal' | 'public'

/** The level that a risk had under another scheme, so that changing back gives it back. */
export interface FormerLevel {
  /** Id of that scheme. */
  readonly scheme: Id
  readonly schemeName: string
  readonly level: Id
  readonly levelName: string
  /** What it is now because of it; where a person has graded otherwise since, the former level is past. */
  readonly became?: Id
}

/** 查找途径: 自己找、群众提、互相查、领导点、组织评 [W1][W4]. */
export type RiskSource = 'self' | 'public' | 'peers' | 'leaders' | 'organisation'

/** 风险点: of a step or of a post. */
export interface Risk {
  readonly id: Id
  readonly order: OrderKey
  readonly step?: Id
  readonly post?: Id
  readonly text: string
  readonly category?: RiskCategory
  /** Left out, what the chart's kind of power says (`sphereOf`). */
  readonly sphere?: PowerSphere
  /** Factor id → place of the chosen value, 1 for the first, as the grading scheme names them (可能性、严重性 …). Those of earlier schemes stay. */
  readonly factors?: Readonly<Record<string, number>>
  /** Id of a level of the grading scheme. */
  readonly level?: Id
  /** One a scheme. */
  readonly formerLevels?: readonly FormerLevel[]
  readonly source?: RiskSource
  /** 责任人、责任岗位 as the form prints it */
  readonly responsible?: string
  /** 责任领导 */
  readonly leader?: string
}

/**
 * 防控措施. It names its risks, not they it: two people who each add a measure to the
 * same risk at once then never overwrite one another.
 */
export interface Measure {
  readonly id: Id
  readonly order: OrderKey
  readonly text: string
  readonly risks: readonly Id[]
}

/**
 * 豁免: a person's word that what a rule found is as it should be. It holds for the rule
 * at these steps; a finding at other steps is another one, and is not waived. Internal:
 * no external edition has it.
 */
export interface Waiver {
  readonly id: Id
  /** Id of the rule. */
  readonly rule: string
  /** None where the finding is about the whole chart. */
  readonly steps: readonly Id[]
  /** Where several findings of one rule can stand at the same steps: the risks, or the post, that it is about. */
  readonly risks?: readonly Id[]
  readonly post?: string
  readonly reason: string
  /** Who says so, as the person wrote it. */
  readonly by?: string
  /** yyyy-mm-dd */
  readonly on?: string
}

/** 权力运行流程图 */
export interface Chart {
  readonly header: Header
  readonly posts: readonly Post[]
  readonly steps: readonly Step[]
  readonly flowlines: readonly Flowline[]
  readonly risks: readonly Risk[]
  readonly measures: readonly Measure[]
  readonly grading: GradingScheme
  /** Only where there are any. */
  readonly waivers?: readonly Waiver[]
}

/** 流程图、泳道图、三栏图: three arrangements of the same chart. */
export type View = 'flow' | 'lanes' | 'columns'

/** 内部流程图、外部流程图 */
export type EditionName = 'internal' | 'external'
