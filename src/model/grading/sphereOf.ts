import type { Chart, PowerKind, PowerSphere, Risk } from '../chart.ts'

const inner: readonly PowerKind[] = ['personnel', 'finance', 'procurement', 'assets', 'works']

/**
 * 外部权力、内部权力、公共类 [W3]: the value of the risk, else derived from the kind of power. A risk of a post
 * only, caused by its holder or by rules, is 公共类.
 */
export function sphereOf({ header }: Pick<Chart, 'header'>, risk: Risk): PowerSphere | undefined {
  if (risk.sphere) return risk.sphere
  if (risk.step === undefined && (risk.category === 'integrity' || risk.category === 'institution'))
    return 'public'
  if (header.powerKind === undefined) return undefined
  return inner.includes(header.powerKind) ? 'internal' : 'external'
}
