import { bodyEnding, postEnding, roleEnding, vagueOffice } from '../../../text/recognition/tableWords.ts'
import { splitOutside } from './splitOutside.ts'

const parting = /[、;；,，/／\n]/

/** 办公室、法律顾问/主任 → three posts. What stands in brackets belongs to its name: 申请人(可委托村(居)委会代提). */
export function readPostNames(cell: string): readonly string[] {
  return [...new Set(rawPostNames(cell).map(withoutStrayBlanks))]
}

/** The same with the blanks between a post and a person's name. */
export function rawPostNames(cell: string): readonly string[] {
  return splitOutside(cell, parting)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** 药剂科 and 主任 are 药剂科主任; 党组 and 局长, 财务科 and 审计科 stay two. */
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

/** 需求部门 and 部门经理 share 部门. */
function overlap(before: string, after: string): number {
  for (let length = after.length; length > 1; length -= 1)
    if (before.endsWith(after.slice(0, length))) return length
  return 0
}

/** Blanks and line ends that a narrow column or a justified line left between Chinese characters. */
export function withoutStrayBlanks(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<=[^ -~\s])\s+(?=[^ -~\s])/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** What a post of real tables ends in. */
export function looksLikePost(words: string): boolean {
  return words.length <= 12 && postEnding.test(words)
}
