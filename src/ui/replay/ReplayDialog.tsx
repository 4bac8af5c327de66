import { useRef, useState } from 'react'
import { Alert, Button, Modal, Segmented, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { localTimeOf } from '../../model/cases/localTimeOf.ts'
import { chosenFile } from '../base/material/chosenFile.ts'
import { useAppServices } from '../base/appServices.ts'
import { useEscape } from '../base/useEscape.ts'
import { useChart } from '../openChart/chartContext.ts'
import { select, useSession } from '../openChart/session.ts'
import { BoundNames } from './BoundNames.tsx'
import { FoundList } from './FoundList.tsx'
import { ReplayDownloads } from './ReplayDownloads.tsx'
import type { ReplayCall, ReplayFile, ReplayResult } from './replay.worker.ts'
import { replayInWorker } from './replayInWorker.ts'
import './ReplayDialog.css'

type Shown = 'found' | 'names' | 'reservations'
type Asked = Pick<ReplayCall, 'cases' | 'posts' | 'matter' | 'choices' | 'untraced'>

/** 办件回放: real cases against the open chart. What is chosen stays in this browser and is not kept. */
export function ReplayDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const { asked, result, unclear, trouble, isWorking, ask } = useReplay()
  const chooseCases = async (file: File) =>
    ask({ choices: new Map(), untraced: new Set(), ...withoutMatter(asked), cases: await read(file) })
  const choosePosts = async (file: File) => asked && ask({ ...asked, posts: await read(file) })
  const showStep = (step: Id) => {
    select({ steps: [step] })
    useSession.getState().canvasApi?.show(step)
    onClose()
  }
  return (
    <Modal
      keyboard={false}
      open
      centered
      width={result ? 960 : 640}
      title={words.heading}
      onCancel={onClose}
      footer={result ? <ReplayDownloads forms={result.forms} /> : null}
    >
      <p className="field-help">{words.lead}</p>
      {!result && <p className="field-help">{words.columns}</p>}
      <Sources
        posts={asked?.posts?.name}
        isDone={result !== undefined}
        isWorking={isWorking}
        onCases={(file) => void chooseCases(file)}
        onPosts={(file) => void choosePosts(file)}
      />
      {unclear && (
        <MatterChoice matters={unclear.matters} onChoose={(matter) => ask({ ...unclear.asked, matter })} />
      )}
      {trouble !== undefined && <Alert type="error" title={trouble} />}
      {result && asked && <Result result={result} asked={asked} ask={ask} onStep={showStep} />}
    </Modal>
  )
}

interface MatterChoiceProps {
  readonly matters: readonly string[]
  readonly onChoose: (matter: string) => void
}

function MatterChoice({ matters, onChoose }: MatterChoiceProps) {
  return (
    <label className="replay-matter">
      {words.whichMatter(matters.length)}
      <select value="" onChange={({ target }) => onChoose(target.value)}>
        <option value="">{words.chooseMatter}</option>
        {matters.map((matter) => (
          <option key={matter}>{matter}</option>
        ))}
      </select>
    </label>
  )
}

interface ResultProps {
  readonly result: ReplayResult
  readonly asked: Asked
  readonly ask: (next: Asked) => void
  readonly onStep: (step: Id) => void
}

function Result({ result, asked, ask, onStep }: ResultProps) {
  const [shown, setShown] = useState<Shown>('found')
  return (
    <>
      <p>{result.summary.join('')}</p>
      <Segmented<Shown>
        aria-label={words.heading}
        value={shown}
        options={[
          { value: 'found', label: words.found(result.found.length) },
          { value: 'names', label: words.names(result.bound.length) },
          { value: 'reservations', label: words.reservations(result.reservations.length) },
        ]}
        onChange={setShown}
      />
      <div className="replay-result">
        {shown === 'found' && <FoundList found={result.found} onStep={onStep} />}
        {shown === 'names' && (
          <BoundNames result={result} asked={asked} onChange={(change) => ask({ ...asked, ...change })} />
        )}
        {shown === 'reservations' && <Reservations sentences={result.reservations} />}
      </div>
    </>
  )
}

interface SourcesProps {
  /** Name of the table of posts that was chosen. */
  readonly posts: string | undefined
  readonly isDone: boolean
  readonly isWorking: boolean
  readonly onCases: (file: File) => void
  readonly onPosts: (file: File) => void
}

function Sources({ posts, isDone, isWorking, onCases, onPosts }: SourcesProps) {
  return (
    <div className="replay-sources">
      <Button type={isDone ? 'default' : 'primary'} onClick={() => chosenFile(onCases)}>
        {isDone ? words.chooseAgain : words.chooseCases}
      </Button>
      {isDone && (
        <Button title={words.postsHint} onClick={() => chosenFile(onPosts)}>
          {posts === undefined ? words.choosePosts : words.postsNamed(posts)}
        </Button>
      )}
      {isWorking && (
        <span role="status">
          <Spin size="small" /> {words.working}
        </span>
      )}
    </div>
  )
}

function Reservations({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return <p>{words.noReservations}</p>
  return (
    <ul className="replay-reservations">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** A question that waits for which 事项 it is about. */
interface Unclear {
  readonly asked: Asked
  readonly matters: readonly string[]
}

/** Another table may have other 事项. */
function withoutMatter(asked: Asked | undefined): Omit<Asked, 'matter'> | undefined {
  if (!asked) return undefined
  const { matter: _, ...rest } = asked
  return rest
}

/** The last question and its answer; an answer to an earlier question is dropped. */
function useReplay() {
  const chart = useChart()
  const { now } = useAppServices()
  const [asked, setAsked] = useState<Asked>()
  const [result, setResult] = useState<ReplayResult>()
  const [unclear, setUnclear] = useState<Unclear>()
  const [trouble, setTrouble] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const questions = useRef(0)
  const ask = async (next: Asked) => {
    questions.current += 1
    const question = questions.current
    setWorking(true)
    setTrouble(undefined)
    setUnclear(undefined)
    const answer = await replayInWorker({ ...next, chart, now: localTimeOf(now()) }).catch(() => ({
      refused: words.failed,
    }))
    if (question !== questions.current) return
    setWorking(false)
    if ('refused' in answer) setTrouble(answer.refused)
    else if ('matters' in answer) setUnclear({ asked: next, matters: answer.matters })
    else {
      setAsked(next)
      setResult(answer)
    }
  }
  return { asked, result, unclear, trouble, isWorking, ask: (next: Asked) => void ask(next) }
}

async function read(file: File): Promise<ReplayFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
