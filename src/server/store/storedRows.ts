/** Rows of a database, the same in each, as what the store answers. */
import type { View } from '../../model/chart.ts'
import type { Fields } from '../../model/records/records.ts'
import type { Revision, RevisionKind } from '../../protocol/api.ts'
import type { DigestedChart } from './catalogueTables.ts'
import type { KeptChart } from './keptChart.ts'
import type { KeptPublication, StoredPerson, StoredSession } from './tables.ts'

type StoredValue = string | number | bigint | boolean | Uint8Array | readonly string[] | null

export type StoredRow = Readonly<Record<string, StoredValue>>

export function chartOfRow(row: StoredRow): KeptChart {
  return {
    id: String(row['id']),
    title: String(row['title']),
    unit: String(row['unit']),
    steps: Number(row['steps']),
    createdAt: Number(row['created_at']),
    changedAt: Number(row['changed_at']),
    ...(row['deleted_at'] !== null && { deletedAt: Number(row['deleted_at']) }),
    ...(typeof row['sketch'] === 'string' && { sketch: row['sketch'] }),
    ...(typeof row['folder'] === 'string' && { folder: row['folder'] }),
    ...(row['template'] === 1 && { isTemplate: true }),
  }
}

export function personIn(row: StoredRow | undefined): StoredPerson | undefined {
  return row && personOfRow(row)
}

function personOfRow(row: StoredRow): StoredPerson {
  return { id: String(row['id']), name: String(row['name']), post: String(row['post']) }
}

export function sessionOf(row: StoredRow): StoredSession {
  return {
    id: String(row['session']),
    person: personOfRow(row),
    beganAt: Number(row['began_at']),
    seenAt: Number(row['seen_at']),
  }
}

export function orderIn({ order }: Fields): string {
  return typeof order === 'string' ? order : ''
}

export function fieldsIn(row: StoredRow): Fields {
  return JSON.parse(String(row['fields'])) as Fields
}

export function digestedChartOf(row: StoredRow): DigestedChart {
  const { digested, digest } = row
  return {
    id: String(row['id']),
    title: String(row['title']),
    version: String(row['version']),
    ...(digest !== null && { digest: { version: String(digested), text: String(digest) } }),
  }
}

export function publicationOf(row: StoredRow | undefined): KeptPublication | undefined {
  if (!row) return undefined
  return {
    id: String(row['id']),
    chart: String(row['chart']),
    at: Number(row['at']),
    revision: String(row['revision']),
    hash: String(row['hash']),
    title: String(row['title']),
    view: row['view'] as View,
    reviewedBy: String(row['reviewed_by']),
    approver: String(row['approver']),
    ...(row['reason'] !== null && { reason: String(row['reason']) }),
    ...(row['withdrawn_at'] !== null && { withdrawnAt: Number(row['withdrawn_at']) }),
  }
}

export function revisionOf(row: StoredRow): Revision {
  return {
    id: String(row['id']),
    at: Number(row['at']),
    kind: row['kind'] as RevisionKind,
    name: String(row['name']),
    authors: JSON.parse(String(row['authors'])) as readonly string[],
    hash: String(row['hash']),
  }
}
