import { Button } from 'antd'
import type { Severity } from '../../checks/finding.ts'
import { batchText as text } from '../../text/screen/catalogue.ts'
import { navigate } from '../base/routes.ts'
import type { BatchDone, SaidFinding } from './useBatch.ts'
import type { Ran, RunState } from './useBatchRun.ts'
import './BatchResults.css'

interface BatchResultsProps {
  readonly results: readonly BatchDone[]
  readonly state: RunState
  readonly all: number
}

/** Failures first; after a check, the findings chart by chart. */
export function BatchResults({ results, state, all }: BatchResultsProps) {
  return (
    <div aria-live="polite" className="batch-results">
      <BatchOutcome results={results} state={state} all={all} />
      {results.some((result) => result.ok && result.value.findings) && <Findings results={results} />}
    </div>
  )
}

interface BatchOutcomeProps {
  readonly results: readonly Ran<unknown>[]
  readonly state: RunState
  readonly all: number
}

export function BatchOutcome({ results, state, all }: BatchOutcomeProps) {
  const failed = results.flatMap((result) => (result.ok ? [] : [result]))
  const good = results.length - failed.length
  return (
    <>
      {state === 'stopped' && <p>{text.stopped(good, all)}</p>}
      {state === 'finished' && <p>{text.finished(good, failed.length)}</p>}
      {failed.length > 0 && (
        <ul className="batch-failed" role="alert">
          {failed.map(({ id, title, why }) => (
            <li key={id}>{text.failure(title, why)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const severities = ['error', 'warning', 'hint'] as const satisfies readonly Severity[]

/** Charts with the gravest findings first, each with its findings below. */
function Findings({ results }: Pick<BatchResultsProps, 'results'>) {
  const charts = results
    .flatMap(({ id, title, ...result }) =>
      result.ok && result.value.findings ? [{ id, title, findings: result.value.findings }] : [],
    )
    .map((chart) => ({ ...chart, counts: severities.map((severity) => countOf(chart.findings, severity)) }))
    .sort((one, other) => gravity(other.counts) - gravity(one.counts))
  return (
    <ul className="batch-found">
      {charts.map(({ id, title, findings, counts }) => (
        <li key={id}>
          <details>
            <summary>
              <strong>{title}</strong>
              {findings.length === 0 && <small>{text.clean}</small>}
              {severities.map(
                (severity, at) =>
                  counts[at]! > 0 && (
                    <small key={severity} className={`found-${severity}`}>
                      {text.count(severity, counts[at]!)}
                    </small>
                  ),
              )}
            </summary>
            <ul>
              {numbered(findings).map(({ words, severity, key }) => (
                <li key={key} className={`found-${severity}`}>
                  {words}
                </li>
              ))}
            </ul>
            <Button type="link" size="small" onClick={() => navigate({ at: 'chart', chart: id })}>
              {text.open}
            </Button>
          </details>
        </li>
      ))}
    </ul>
  )
}

function countOf(findings: readonly SaidFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

/** Weighs the counts so that one error outranks any number of warnings. */
function gravity(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum * 1000 + count, 0)
}

/** Findings may have equal words, so the index is part of the key. */
function numbered(findings: readonly SaidFinding[]): readonly (SaidFinding & { readonly key: string })[] {
  return findings.map((finding, at) => ({ ...finding, key: `${at} ${finding.words}` }))
}
