/**
 * What a paragraph of a flow says: its name, in brackets the post and limit, then its description;
 * lines such as 责任主体：… and 风险点：… by their label.
 */
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import type { TableField } from '../../../text/recognition/headings.ts'
import {
  bulletMarks,
  endsWithAct,
  headCount,
  stepAct,
  uncountedWords,
} from '../../../text/recognition/outlineWords.ts'
import { headAndRest } from '../../../text/recognition/tableWords.ts'
import { looksLikePost } from '../cells/readPostNames.ts'
import { splitOutside, trailingBrackets } from '../cells/splitOutside.ts'
import { meaningsOf } from '../headings/headingMeaning.ts'

export interface StepItem {
  readonly name: string
  readonly post: string
  readonly limit: string
  /** Texts of labelled lines, by the label. */
  readonly labelled: ReadonlyMap<string, readonly string[]>
  readonly rest: readonly string[]
}

interface Head {
  readonly name: string
  readonly rest: string | undefined
}

const bracketedHead = /^([^。:：，,；;]{1,20}[(（][^()（）。]{1,30}[)）])(\s*(?:[。:：，,]|——)?\s*)(.*)$/s
const commaHead = /^([^。:：，,；;\s]{2,8})[，,]\s*(.+)$/s
/** 户主申请 由户主本人提出申请，…: one blank parts only a short name from a sentence. */
const oneBlankHead = /^([\u4e00-\u9fff]{2,8})[ \u3000](\S.{11,})$/s
const blankHead = /^(\S{2,12}?)(?:\s{2,}|\u3000+|\t)\s*(.{3,})$/s

/** Splits 受理。窗口核对材料 into name and description. */
export function itemHead(text: string): Head {
  const line = text.trim()
  const [, bracketed, parting = '', after = ''] = bracketedHead.exec(line) ?? []
  // 乡镇（街办）经办机构审核: brackets in the middle belong to the name, unless it has ended before them.
  const isInside =
    parting === '' && after !== '' && !endsWithAct.test(line.slice(0, /[(（]/.exec(line)?.index))
  if (bracketed !== undefined && !isInside && hintsIn(bracketed).name !== bracketed)
    return { name: hintsIn(bracketed).name, rest: after || undefined }
  const [, short, sentence = ''] = oneBlankHead.exec(line) ?? []
  if (short !== undefined && /[，。；,;]/.test(sentence)) return { name: short, rest: sentence }
  const [, head, rest] = headAndRest.exec(line) ?? blankHead.exec(line) ?? []
  if (head !== undefined && !/[，,；;]/.test(head)) return { name: hintsIn(head).name, rest }
  const [, first, more] = commaHead.exec(line) ?? []
  if (first !== undefined && stepAct.test(first) && first.length <= 6 && line.length > 20)
    return { name: first, rest: more }
  const [, clause, others] = line.length > longSentence ? (clauseHead.exec(line) ?? []) : []
  if (clause !== undefined && stepAct.test(clause) && !/[的时后前]$/.test(clause))
    return { name: clause, rest: others }
  return { name: hintsIn(line.replace(/[。；;]$/, '')).name, rest: undefined }
}

const longSentence = 40
const clauseHead = /^([^。:：，,；;]{4,24})[，,；;]\s*(.+)$/s

/** Reads an item and the lines below it. */
export function stepItem(text: string, more: readonly string[]): StepItem {
  const { rest } = itemHead(text)
  const end = rest === undefined ? text.length : text.lastIndexOf(rest)
  const { name, post, limit } = hintsIn(
    text
      .slice(0, end)
      .trim()
      .replace(/(?:[。:：；;，,]|——)$/, '')
      .trim(),
  )
  const labelled = new Map<string, string[]>()
  const left: string[] = []
  for (const line of [...(rest === undefined ? [] : [rest]), ...withBullets(more)]) {
    const pieces = piecesOf(line)
    const known = pieces.map(labelIn)
    if (!known.every((piece) => piece !== undefined)) left.push(line)
    else for (const [label, words] of known) labelled.set(label, [...(labelled.get(label) ?? []), words])
  }
  return { name, post, limit, labelled, rest: left }
}

/** 风险点： above - 虚假合同 and - 越权 holds both, numbered. */
function withBullets(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  let items: string[] | undefined
  let label = ''
  const end = () => {
    if (items === undefined) return
    const [only, ...others] = items
    const words = others.length === 0 ? (only ?? '') : items.map((item, at) => `${at + 1}.${item}`).join(' ')
    joined.push(`${label}：${words}`)
    items = undefined
  }
  for (const line of lines) {
    const bullet = items === undefined ? null : anyBullet.exec(line.trim())
    if (bullet && items) {
      items.push(line.trim().slice(bullet[0].length).trim())
      continue
    }
    end()
    const head = /^[【[]?([^:：】\]]{2,14})[】\]]?\s*[:：]$/.exec(line.trim())?.[1]?.replace(bulletBefore, '')
    const [field] = head === undefined ? [] : meaningsOf(head)
    if (head !== undefined && field && labels.has(field)) {
      label = head
      items = []
    } else joined.push(line)
  }
  end()
  return joined
}

/** 责任主体：窗口；时限：1个工作日 is two pieces, if both have a label. */
function piecesOf(line: string): readonly string[] {
  const pieces = splitOutside(line, /[；;\n]|\s{2,}|\u3000/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => labelIn(piece) !== undefined) ? pieces : [line.trim()]
}

const labels: ReadonlySet<TableField> = new Set<TableField>([
  'posts',
  'limit',
  'statutory',
  'risk',
  'riskDetail',
  'level',
  'measures',
  'responsible',
  'leader',
  'cause',
  'consequence',
  'basis',
  'materials',
  'documents',
  'next',
])

const anyBullet = new RegExp(`^(?:[-*–${bulletMarks}]|\\d{1,2}[.、．)）]|[(（]\\d{1,2}[)）]|[①-⑳])\\s*`)
const bulletBefore = new RegExp(`^[-*–${bulletMarks}]\\s*`)

function labelIn(piece: string): readonly [string, string] | undefined {
  const [, written, words] = /^[【[]?([^:：】\]]{1,14})[】\]]?\s*[:：]\s*(.+)$/s.exec(piece) ?? []
  if (written === undefined || words === undefined) return undefined
  const label = written
    .replace(bulletBefore, '')
    .replace(/^[(（]?[\d一二三四五六七八九十①-⑳][)）]?[、.．]?\s*/, '')
  const [field] = meaningsOf(label)
  return field && labels.has(field) ? [label, words.replace(/[；;。]$/, '').trim()] : undefined
}

/** Reads 受理（乡镇残联，1个工作日） only if all of the bracketed text is understood. */
export function hintsIn(text: string): {
  readonly name: string
  readonly post: string
  readonly limit: string
} {
  const brackets = trailingBrackets(text)
  const whole = { name: text, post: '', limit: '' }
  if (!brackets || brackets.before === '') return whole
  const parts = splitOutside(brackets.inside, /[，,；;、]|\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const limits = parts.filter(
    (part) => readTimeLimit(part).kind !== 'unread' || (/\d/.test(part) && /[日天时]/.test(part)),
  )
  const uncounted = parts.filter((part) => !limits.includes(part) && uncountedWords.test(part))
  const counts: string[] = []
  const posts = parts.flatMap((part) => {
    if (limits.includes(part) || uncounted.includes(part)) return []
    const [, before = part, count] = headCount.exec(part) ?? []
    const post = withoutLabel(before)
    if (!looksLikePost(post)) return []
    if (count !== undefined) counts.push(count)
    return [post]
  })
  if (limits.length > 1 || limits.length + uncounted.length + posts.length < parts.length) return whole
  if (uncounted.length > 0 && limits.length === 0) return whole
  return {
    // How many people are needed is neither post nor limit.
    name: counts.length === 0 ? brackets.before : `${brackets.before}（${counts.join('、')}）`,
    post: posts.join('、'),
    limit: [limits.join(''), ...uncounted.map((words) => `（${words}）`)].join(''),
  }
}

/** 责任岗位：窗口 in brackets. */
function withoutLabel(part: string): string {
  return part.replace(/^(?:责任|承办|办理|经办)?(?:岗位|主体|部门|单位|人|科室)[:：]/, '')
}
