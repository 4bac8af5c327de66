import { Button } from 'antd'
import type { Severity } from '../../checks/finding.ts'
import { batchText as text } from '../../text/catalogue.ts'
import { goTo } from '../place.ts'
import type { BatchDone, BatchState, SaidFinding } from './useBatch.ts'

interface BatchResultsProps {
  readonly results: readonly BatchDone[]
  readonly state: BatchState
  readonly all: number
}

/** What did not work stands first; then, of a check, what was found chart by chart. */
export function BatchResults({ results, state, all }: BatchResultsProps) {
  const failed = results.flatMap((result) => (result.ok ? [] : [result]))
  const good = results.length - failed.length
  return (
    <div aria-live="polite" className="batch-results">
      {state === 'stopped' && <p>{text.stopped(good, all)}</p>}
      {state === 'finished' && <p>{text.finished(good, failed.length)}</p>}
      {failed.length > 0 && (
        <ul className="batch-failed" role="alert">
          {failed.map(({ id, title, why }) => (
            <li key={id}>{text.failure(title, why)}</li>
          ))}
        </ul>
      )}
      {results.some((result) => result.ok && result.value.findings) && <Findings results={results} />}
    </div>
  )
}

const severities = ['error', 'warning', 'hint'] as const satisfies readonly Severity[]

function Findings({ results }: Pick<BatchResultsProps, 'results'>) {
  return (
    <table className="catalogue-list">
      <thead>
        <tr>
          {(['title', ...severities, 'finding'] as const).map((head) => (
            <th key={head}>{text.heads[head]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.map((result) => {
          const findings = result.ok ? result.value.findings : undefined
          if (!findings) return null
          return (
            <tr key={result.id}>
              <td>
                <Button type="link" size="small" onClick={() => goTo({ at: 'chart', chart: result.id })}>
                  {result.title}
                </Button>
              </td>
              {severities.map((severity) => (
                <td key={severity} className="number">
                  {findings.filter((finding) => finding.severity === severity).length}
                </td>
              ))}
              <td>
                {findings.length === 0 ? (
                  <small>{text.clean}</small>
                ) : (
                  <details>
                    <summary>{findings[0]!.words}</summary>
                    <ul>
                      {numbered(findings.slice(1)).map(({ words, key }) => (
                        <li key={key}>{words}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Two findings may say the same words. */
function numbered(findings: readonly SaidFinding[]): readonly (SaidFinding & { readonly key: string })[] {
  return findings.map((finding, at) => ({ ...finding, key: `${at} ${finding.words}` }))
}
