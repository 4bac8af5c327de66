/** What we need of the engine: elkjs offers it in the page (over a worker) and in place. */
export interface Elk {
  layout(graph: ElkGraph): Promise<{ readonly children?: ElkGraph['children'] }>
}

export interface ElkGraph {
  id: string
  layoutOptions?: Record<string, string>
  children?: { id: string; width?: number; height?: number; x?: number; y?: number }[]
  edges?: { id: string; sources: string[]; targets: string[] }[]
}
