/**
 * Huffman code lengths of at most `longest` bits. If the tree gets deeper, rare symbols are
 * counted as more frequent until it does not.
 */
export function codeLengths(counts: Uint32Array, longest: number): Uint8Array {
  for (let weights = counts; ; weights = weights.map((count) => (count === 0 ? 0 : (count >>> 1) | 1))) {
    const lengths = depths(weights)
    if (lengths.every((length) => length <= longest)) return lengths
  }
}

interface Branch {
  readonly weight: number
  /** A symbol, or the two branches under it. */
  readonly under: number | readonly [Branch, Branch]
}

/** Of two rows, both the lightest first, the next is at the head of one of them. */
function depths(weights: Uint32Array): Uint8Array {
  const leaves = [...weights]
    .map((weight, symbol): Branch => ({ weight, under: symbol }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.weight - other.weight)
  const grown: Branch[] = []
  let [leaf, branch] = [0, 0]
  const lightest = (): Branch => {
    const [one, other] = [leaves[leaf], grown[branch]]
    if (one && (!other || one.weight <= other.weight)) {
      leaf += 1
      return one
    }
    branch += 1
    return other!
  }
  for (let pairs = 1; pairs < leaves.length; pairs++) {
    const pair = [lightest(), lightest()] as const
    grown.push({ weight: pair[0].weight + pair[1].weight, under: pair })
  }
  return depthsUnder(grown.at(-1) ?? leaves[0]!, weights.length)
}

function depthsUnder(root: Branch, symbols: number): Uint8Array {
  const lengths = new Uint8Array(symbols)
  const visit = ({ under }: Branch, depth: number): void => {
    if (typeof under === 'number') lengths[under] = depth
    else for (const one of under) visit(one, depth + 1)
  }
  visit(root, 0)
  return lengths
}
