/** Who may do what to a chart. The table of the share links, once, for server and screen. */

export type Role = 'owner' | 'editor' | 'reviewer' | 'viewer'

/** `reply`: answer a review mark; `mark`: make one. */
export type Right = 'read' | 'write' | 'mark' | 'reply' | 'history' | 'restore' | 'share'

/** From the most to the least that one may. */
export const roles = ['owner', 'editor', 'reviewer', 'viewer'] as const satisfies readonly Role[]

const rights: { readonly [R in Role]: readonly Right[] } = {
  owner: ['read', 'write', 'mark', 'reply', 'history', 'restore', 'share'],
  editor: ['read', 'write', 'reply', 'history', 'restore'],
  reviewer: ['read', 'mark', 'reply', 'history'],
  viewer: ['read', 'history'],
}

export function may(role: Role, right: Right): boolean {
  return rights[role].includes(right)
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** The role that allows more; links add up, none takes away what another gave. */
export function stronger(a: Role, b: Role): Role {
  return roles.indexOf(a) <= roles.indexOf(b) ? a : b
}
