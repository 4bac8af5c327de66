import { useEffect, useRef, useState } from 'react'
import type { CaseSettings } from '../../model/cases/answers.ts'
import type { FindingJudgement, NewJudgement } from '../../model/cases/findingState.ts'
import { localTimeOf } from '../../model/cases/localTimeOf.ts'
import type { Id } from '../../model/chart.ts'
import { may } from '../../protocol/roles.ts'
import type { ChartEdition } from '../../replay/judgeEditions.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import type { ApiClient } from '../base/api/apiClient.ts'
import type { KeptCases } from '../base/api/caseApi.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useSession, type ChartAccess } from '../openChart/session.ts'
import type { FoundInCase, ReplayCall, ReplayFile, ReplayResult } from './replay.worker.ts'
import { replayInWorker } from './replayInWorker.ts'

/** What is asked, without what the page knows by itself. */
export interface AskedReplay extends Pick<ReplayCall, 'cases' | 'posts' | 'matter' | 'choices' | 'untraced'> {
  /** Whether each case is judged by the chart that was in force when it began. */
  readonly byEdition: boolean
}

/** A question that waits for which 事项 it is about. */
export interface UnclearReplay {
  readonly asked: AskedReplay
  readonly matters: readonly string[]
}

/** What the server keeps, and what this person may do with it. */
export interface CaseStore {
  readonly mayKeep: boolean
  readonly mayKnowNames: boolean
  readonly mayJudge: boolean
  readonly mayRemove: boolean
  /** Undefined until it is read. */
  readonly kept: KeptCases | undefined
  /** Approved states of the chart, the oldest first. */
  readonly editions: readonly ChartEdition[]
}

function settingsOf({ choices, untraced }: AskedReplay, { holdings }: ReplayResult): CaseSettings {
  return { holdings, choices: [...choices], untraced: [...untraced] }
}

/** The last question and its answer; an answer to an earlier question is dropped. */
export function useReplay() {
  const { doc } = useOpenChart()
  const { message } = useToasts()
  const api = useApi()
  const { title } = useChart().header
  const { store, read, setKept, id } = useCaseStore()
  const judging = useJudging(store)
  const { asked, result, ask, fail } = judging
  const isKept = result !== undefined && asked !== undefined && Array.isArray(asked.cases)
  const tell = async (work: () => Promise<string>) => {
    try {
      void message.success(await work())
    } catch (error) {
      fail(sayServerError(error))
    }
  }
  const askKept = async () => {
    const kept = await read()
    if (kept && kept.kept.cases.length > 0) await ask(askedOf(kept.kept, kept.editions), kept)
  }
  useEffect(() => {
    if (store.mayKeep) void askKept().catch((error: unknown) => fail(sayServerError(error)))
    // Once, when the dialog opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [doc])
  return {
    ...judging,
    store,
    isKept,
    ...storeCalls({ api, id, title, store, judging, isKept, setKept, askKept, tell }),
  }
}

function withJudgement(kept: KeptCases, judgement: FindingJudgement): KeptCases {
  const { about } = kept
  return { ...kept, about: { ...about, judgements: [...about.judgements, judgement] } }
}

function askedOf({ cases, about }: KeptCases, editions: readonly ChartEdition[]): AskedReplay {
  const { holdings, choices, untraced } = about.settings
  return {
    cases,
    posts: holdings,
    choices: new Map(choices),
    untraced: new Set(untraced),
    byEdition: editions.length > 0,
  }
}

interface StoreParts {
  readonly api: ApiClient
  readonly id: Id
  readonly title: string
  readonly store: CaseStore
  readonly judging: ReturnType<typeof useJudging>
  readonly isKept: boolean
  readonly setKept: (kept: KeptCases | undefined) => void
  readonly askKept: () => Promise<void>
  /** Does the work and says its sentence, or why it failed. */
  readonly tell: (work: () => Promise<string>) => Promise<void>
}

/** What is done with cases on the server. */
function storeCalls({ api, id, title, store, judging, isKept, setKept, askKept, tell }: StoreParts) {
  const { cases, control } = api
  const { asked, result, ask, fail } = judging
  const judge = async (said: NewJudgement) => {
    if (!store.kept || !asked) return
    try {
      const kept = withJudgement(store.kept, await cases.judge(id, said))
      setKept(kept)
      await ask(asked, { ...store, kept })
    } catch (error) {
      fail(sayServerError(error))
    }
  }
  return {
    /** Judges anew with a change; what is kept is kept with it. */
    change: async (change: Partial<AskedReplay>) => {
      if (!asked) return
      const next = { ...asked, ...change }
      const answer = await ask(next)
      if (isKept && answer && store.mayKnowNames) await cases.keepSettings(id, settingsOf(next, answer))
    },
    save: async () =>
      tell(async () => {
        if (!result || !asked) return ''
        const brought = await cases.bring(id, result.cases)
        if (store.mayKnowNames) await cases.keepSettings(id, settingsOf(asked, result))
        await askKept()
        return words.brought(brought)
      }),
    judge,
    /** 转预警: opens a case of 预警处置 of a finding, and notes it there. */
    warn: async ({ case: number, key, text }: FoundInCase) =>
      tell(async () => {
        const problem = words.warning(number, text)
        const opened = { source: words.warningSource, problem, about: title, chart: id }
        await control.giveWarning(undefined, { kind: 'open', ...opened })
        await judge({ case: number, key, state: 'confirmed', reason: words.warned })
        return words.warned
      }),
    remove: async () =>
      tell(async () => {
        await cases.remove(id)
        setKept(undefined)
        judging.clear()
        return words.removed
      }),
  }
}

const rightsOn = (access: ChartAccess) => (right: 'cases' | 'names' | 'mark' | 'share') =>
  access !== null && access !== 'none' && may(access, right)

function useCaseStore() {
  const { id } = useOpenChart()
  const { charts, cases } = useApi()
  const { newId } = useAppServices()
  const has = rightsOn(useSession(({ access }) => access))
  const [kept, setKept] = useState<KeptCases>()
  const [editions, setEditions] = useState<readonly ChartEdition[]>([])
  const store: CaseStore = {
    mayKeep: has('cases'),
    mayKnowNames: has('names'),
    mayJudge: has('mark'),
    mayRemove: has('share'),
    kept,
    editions,
  }
  const read = async () => {
    const found = await cases.all(id)
    const { readChartFile } = await import('../../files/chartFile/readChartFile.ts')
    const read = await Promise.all(
      found.about.editions.map(async ({ revision, at }): Promise<ChartEdition> => ({
        chart: readChartFile(await charts.revision(id, revision), newId).chart,
        since: localTimeOf(at),
      })),
    )
    setKept(found)
    setEditions(read)
    return { ...store, kept: found, editions: read }
  }
  return { store, read, setKept, id }
}

function useJudging(store: CaseStore) {
  const chart = useChart()
  const { now } = useAppServices()
  const [asked, setAsked] = useState<AskedReplay>()
  const [result, setResult] = useState<ReplayResult>()
  const [unclear, setUnclear] = useState<UnclearReplay>()
  const [trouble, fail] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const questions = useRef(0)
  const ask = async ({ byEdition, ...next }: AskedReplay, { kept, editions }: CaseStore = store) => {
    questions.current += 1
    const question = questions.current
    setWorking(true)
    fail(undefined)
    setUnclear(undefined)
    const answer = await replayInWorker({
      ...next,
      chart,
      editions: byEdition ? editions : [],
      judgements: kept?.about.judgements ?? [],
      now: localTimeOf(now()),
    }).catch(() => ({ refused: words.failed }))
    if (question !== questions.current) return undefined
    setWorking(false)
    if ('refused' in answer) fail(answer.refused)
    else if ('matters' in answer) setUnclear({ asked: { ...next, byEdition }, matters: answer.matters })
    else {
      setAsked({ ...next, byEdition })
      setResult(answer)
      return answer
    }
    return undefined
  }
  const clear = () => {
    setAsked(undefined)
    setResult(undefined)
  }
  return { asked, result, unclear, trouble, isWorking, ask, fail, clear }
}

export async function readReplayFile(file: File): Promise<ReplayFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
