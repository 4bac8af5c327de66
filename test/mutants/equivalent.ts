/** Mutants that change nothing that anybody could see, by the id that the run prints, each with its reason. */
export const equivalent: readonly { readonly id: string; readonly why: string }[] = [
  {
    id: '05549ff3ef',
    why: 'a limit in workdays was answered two lines above; the compiler alone needs the case',
  },
  {
    id: '006a45e0e7',
    why: 'one risk with one measure is the same paired and not paired',
  },
  {
    id: '00836aa4c4',
    why: 'every step has its place in the list of main exits; the compiler alone needs the null',
  },
  {
    id: '01d7ed19f3',
    why: 'the names of pictures inside a PDF count on from -1: each still has its own, and nobody sees them',
  },
  {
    id: '0d04d4b531',
    why: 'encodes again what was encoded: the same bytes, later',
  },
]
