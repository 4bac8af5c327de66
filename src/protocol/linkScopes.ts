/** What a link is good for besides the role that it gives on one chart. */

/**
 * `chart`: a share link. `unit` (单位链接): make charts, see the catalogue by its role.
 * `administrator`: owner of every chart, manages links, unit and catalogue.
 */
export type LinkScope = 'chart' | 'unit' | 'administrator'

/** 职权目录: 看, 编, 管; each includes the one before. */
export const catalogueRoles = ['view', 'edit', 'manage'] as const

export type CatalogueRole = (typeof catalogueRoles)[number]

/** What becomes of the copy in a browser whose right has ended. */
export const copyPolicies = ['remove', 'lock'] as const

export type CopyPolicy = (typeof copyPolicies)[number]

/** The catalogue role with more rights. */
export function strongerCatalogueRole(a: CatalogueRole, b: CatalogueRole): CatalogueRole {
  return catalogueRoles.indexOf(a) >= catalogueRoles.indexOf(b) ? a : b
}
