/** Rights by role: the table of the share links, for server and page. */

export type Role = 'owner' | 'editor' | 'reviewer' | 'viewer'

/**
 * `reply`: answer a review mark; `mark`: make one. `cases`: see and bring 办件, persons as numbers;
 * `names`: see who they are.
 */
export type Right = 'read' | 'write' | 'mark' | 'reply' | 'history' | 'restore' | 'share' | 'cases' | 'names'

/** From the most rights to the fewest. */
export const roles = ['owner', 'editor', 'reviewer', 'viewer'] as const satisfies readonly Role[]

const rights: { readonly [R in Role]: readonly Right[] } = {
  owner: ['read', 'write', 'mark', 'reply', 'history', 'restore', 'share', 'cases', 'names'],
  editor: ['read', 'write', 'reply', 'history', 'restore', 'cases'],
  reviewer: ['read', 'mark', 'reply', 'history', 'cases', 'names'],
  viewer: ['read', 'history'],
}

/** Whether a role includes a right. */
export function may(role: Role, right: Right): boolean {
  return rights[role].includes(right)
}

/** True for one of the four role names. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** The role with more rights. The rights of several links add up: none takes away what another grants. */
export function stronger(a: Role, b: Role): Role {
  return roles.indexOf(a) <= roles.indexOf(b) ? a : b
}
