import type { GradingScheme } from '../../model/grading.ts'
import { gradingText, sayRule } from '../../text/screen/grading.ts'
import { stepWords } from '../../text/paper/paper.ts'
import { LevelMark } from './LevelMark.tsx'
import { levelsByRank } from '../../model/grading/levelsByRank.ts'
import './SchemeView.css'

/** Shows a scheme: source, levels with meanings, factors and rule. */
export function SchemeView({ scheme }: { readonly scheme: GradingScheme }) {
  const levels = levelsByRank(scheme.levels)
  const factors = scheme.factors ?? []
  return (
    <section className="scheme" aria-label={scheme.name}>
      <h3>{scheme.name}</h3>
      {scheme.source && (
        <p className="field-help">
          {gradingText.source}：{scheme.source}
        </p>
      )}
      <dl className="scheme-levels">
        {levels.map((level) => (
          <div key={level.id}>
            <dt>
              <LevelMark level={level} /> {level.name}
            </dt>
            <dd>{level.definition}</dd>
          </div>
        ))}
      </dl>
      {factors.length > 0 && (
        <>
          <h4>{gradingText.factors}</h4>
          <ul>
            {factors.map(({ id, name, values, help }) => (
              <li key={id} title={help}>
                {name}：{stepWords.listed(values)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{gradingText.rule}</h4>
      <ul>
        {sayRule(scheme).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
