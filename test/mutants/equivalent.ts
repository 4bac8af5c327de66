/** Mutants that change nothing that anybody could see, by the id that the run prints, each with its reason. */
export const equivalent: readonly { readonly id: string; readonly why: string }[] = []
