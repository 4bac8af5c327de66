import {
  bodyEnding,
  officeEnding,
  postEnding,
  roleEnding,
  vagueOffice,
} from '../../../text/recognition/tableWords.ts'
import { splitOutside } from './splitOutside.ts'

const parting = /[、;；,，/／\n]/
/** 1.基建处 in a numbered cell. */
const listNumber = /^(?:\d{1,2}\s*[.．、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*/

/** Splits 办公室、法律顾问/主任 into three posts. Brackets belong to the name: 申请人(可委托村(居)委会代提). */
export function readPostNames(cell: string): readonly string[] {
  return [...new Set(rawPostNames(cell).map(withoutStrayBlanks))]
}

/** The same, but keeps blanks between a post and a person's name. */
export function rawPostNames(cell: string): readonly string[] {
  return splitOutside(cell, parting)
    .map((name) => name.trim().replace(listNumber, ''))
    .filter((name) => name !== '')
}

/** Joins office and post: 药剂科 and 主任 give 药剂科主任. Keeps 党组 and 局长, 财务科 and 审计科 as two. */
export function joinedPost(office: string, post: string): string {
  if (office === '' || post.includes(office)) return post
  if (office.includes(post)) return office
  if (vagueOffice.test(office)) return post
  const posts = splitOutside(post, parting).map(withoutStrayBlanks)
  const whole = office.replace(/[(（][^()（）]*[)）]$/, '')
  const isOffice = !bodyEnding.test(whole) && !roleEnding.test(whole)
  const fits = splitOutside(office, parting).length === 1 && isOffice
  if (!fits || !posts.every((each) => roleEnding.test(each))) return `${office}、${post}`
  return posts.map((each) => office + each.slice(overlap(office, each))).join('、')
}

/** Below 部门 and 岗位 any words that are no office of their own are a post of that office: 技术科 + 主审. */
export function postOfOffice(office: string, post: string): string {
  const [whole, part] = [office, post].map(withoutStrayBlanks)
  const isOne = isOneOffice(whole!) && isOneOffice(part!)
  if (!isOne || bodyEnding.test(whole!) || officeEnding.test(part!) || part!.includes(whole!))
    return joinedPost(office, post)
  return whole! + part!.slice(overlap(whole!, part!))
}

function isOneOffice(words: string): boolean {
  return words !== '' && !parting.test(words) && !/[(（]/.test(words) && !vagueOffice.test(words)
}

/** Length of the common part: 需求部门 and 部门经理 share 部门. */
function overlap(before: string, after: string): number {
  for (let length = after.length; length > 1; length -= 1)
    if (before.endsWith(after.slice(0, length))) return length
  return 0
}

/** Removes blanks and line ends between Chinese characters, left by narrow or justified columns. */
export function withoutStrayBlanks(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<=[^ -~\s])\s+(?=[^ -~\s])/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** Whether the text ends like a post in real tables. */
export function looksLikePost(words: string): boolean {
  return words.length <= 12 && postEnding.test(words)
}

/** The post that two columns name together: 财务科 and 出纳, below the headings 科室 and 岗位. */
export function postBeside(office: string, officeHeading: string, post: string, postHeading: string): string {
  return isOfficeAndPost(officeHeading, postHeading) ? postOfOffice(office, post) : joinedPost(office, post)
}

/** 部门 beside 岗位: the headings say that both name one post. */
function isOfficeAndPost(office: string, post: string): boolean {
  return /(?:部门|科室|处室|股室|机构|单位)$/.test(office) && /(?:岗位|岗|职务)$/.test(post)
}
