/** The other people in this chart, for the parts of the page that show them. */
import { useSyncExternalStore } from 'react'
import type { Collaborators, Collaborator } from '../../collab/collaborators.ts'
import type { Id } from '../../model/chart.ts'
import { collaboratorText as words } from '../../text/screen/together.ts'
import { useOpenChart } from './openChartContext.ts'

/** Presence of the open chart. */
export function useCollaborators(): Collaborators {
  return useOpenChart().collaborators
}

/** The other people in the chart; re-renders on every change of theirs. */
export function useOthers(): readonly Collaborator[] {
  const collaborators = useCollaborators()
  return useSyncExternalStore(collaborators.onChange, collaborators.others)
}

/** Re-renders when the first person joins or the last leaves, not on every move. */
export function useSomeoneHere(): boolean {
  const collaborators = useCollaborators()
  return useSyncExternalStore(collaborators.onChange, () => collaborators.others().length > 0)
}

/** The people working on one of these steps. */
export function editorsOf(steps: ReadonlySet<Id>, others: readonly Collaborator[]): readonly Collaborator[] {
  return others.filter(({ editing }) => editing !== undefined && steps.has(editing))
}

/** Names joined as 张三、李四. */
export function namesOf(others: readonly Collaborator[]): string {
  return [...new Set(others.map(nameOf))].join('、')
}

/** A person's name, or 未署名 if there is none. */
export function nameOf({ name }: Pick<Collaborator, 'name'>): string {
  return name || words.unsigned
}

/** Contrast is at least 4.5:1 under white text, 3:1 against white and near-black backgrounds. */
const colours = [
  '#c2410c',
  '#0f766e',
  '#7c3aed',
  '#be185d',
  '#15803d',
  '#1d6fd1',
  '#a16207',
  '#b91c1c',
] as const

/** A person's colour, derived from the client id. */
export function colourOf({ client }: Pick<Collaborator, 'client'>): string {
  return colours[client % colours.length]!
}
