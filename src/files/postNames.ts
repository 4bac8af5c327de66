import { splitOutside } from './splitOutside.ts'

/** 办公室、法律顾问/主任 → three posts. What stands in brackets belongs to its name: 申请人(可委托村(居)委会代提). */
export function readPostNames(cell: string): readonly string[] {
  const names = splitOutside(cell, /[、;；,，/／\n]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
