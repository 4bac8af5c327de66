/** `npm run test:deep` sets it for every process that it starts. */
export const isDeep = process.env['QINGQUAN_DEPTH'] === 'deep'

/** How many random cases a property is tried on: a sample at every change, in depth by `npm run test:deep`. */
export const cases = (sampled: number, inDepth: number): number => (isDeep ? inDepth : sampled)
