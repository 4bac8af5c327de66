import type { BoxSetting, Size } from '../arrangement.ts'
import type { StepMeasure } from '../measure.ts'

/** The same sizes, each thing measured once for all settings that do not change it: for one chart and view. */
export function measuredOnce(measureWith: (boxes: BoxSetting) => StepMeasure) {
  const sizes = new Map<string, Size | null>()
  const once = <S extends Size | null>(key: string, measure: () => S): S => {
    const known = sizes.get(key)
    if (known !== undefined) return known as S
    const size = measure()
    sizes.set(key, size)
    return size
  }
  return (boxes: BoxSetting): StepMeasure => {
    const { direction, width, ownWidths, diamonds, labelWidth, sideWidth } = boxes
    const measure = measureWith(boxes)
    return {
      ...measure,
      step: (step, chart, view) =>
        once(
          `${direction} ${step.kind === 'decision' ? diamonds : ''} ${ownWidths?.[step.id] ?? width} ${step.id}`,
          () => measure.step(step, chart, view),
        ),
      label: (text) => once(`${direction} ${labelWidth} ${text}`, () => measure.label(text)),
      sideBox: (step, side, chart) =>
        once(`${side} ${sideWidth} ${step}`, () => measure.sideBox(step, side, chart)),
    }
  }
}
