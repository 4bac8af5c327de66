import { set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'

/** Grades several risks alike; undefined takes the grade away. Missing risks are skipped. */
export function setLevels(chart: Chart, risks: readonly Id[], level: Id | undefined): Edit {
  const there = chart.risks.filter((risk) => risks.includes(risk.id))
  return allow(...there.map((risk) => set('risks', risk.id, 'level', level)))
}
