import { useState } from 'react'
import { Alert, Button, Modal, Segmented, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { chosenFile } from '../base/material/chosenFile.ts'
import { useEscape } from '../base/useEscape.ts'
import { select, useSession } from '../openChart/session.ts'
import { BoundNames } from './BoundNames.tsx'
import { FoundList } from './FoundList.tsx'
import { KeptCasesBar } from './KeptCasesBar.tsx'
import { ReplayDownloads } from './ReplayDownloads.tsx'
import { ShowUse } from './ShowUse.tsx'
import { readReplayFile, useReplay, type AskedReplay } from './useReplay.ts'
import './ReplayDialog.css'

type Shown = 'found' | 'names' | 'reservations'

/**
 * 办件回放: real cases against the open chart. A file is judged in this browser alone, until somebody
 * keeps its cases on the server.
 */
export function ReplayDialog({ onClose }: { readonly onClose: () => void }) {
  useEscape(onClose)
  const replay = useReplay()
  const { asked, result, unclear, trouble, isWorking, isKept, store, ask } = replay
  const chooseCases = async (file: File) =>
    ask({
      ...withoutMatter(asked ?? nothingChosen(store.editions.length > 0)),
      cases: await readReplayFile(file),
    })
  const choosePosts = async (file: File) => replay.change({ posts: await readReplayFile(file) })
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
      width={result ? 1040 : 640}
      title={words.heading}
      onCancel={onClose}
      footer={result ? <ReplayDownloads forms={result.forms} /> : null}
    >
      <p className="field-help">{isKept ? words.keptLead : words.lead}</p>
      {!result && <p className="field-help">{words.columns}</p>}
      <Sources
        posts={asked?.posts && 'name' in asked.posts ? asked.posts.name : undefined}
        isDone={result !== undefined}
        isWorking={isWorking}
        onCases={(file) => void chooseCases(file)}
        onPosts={(file) => void choosePosts(file)}
      />
      {unclear && (
        <MatterChoice
          matters={unclear.matters}
          onChoose={(matter) => void ask({ ...unclear.asked, matter })}
        />
      )}
      {trouble !== undefined && <Alert type="error" title={trouble} />}
      {result && asked && store.mayKeep && <KeptCasesBar replay={replay} />}
      {result && asked && (
        <Result replay={{ ...replay, result, asked }} onStep={showStep} onClose={onClose} />
      )}
    </Modal>
  )
}

const nothingChosen = (byEdition: boolean): Omit<AskedReplay, 'cases'> => ({
  choices: new Map(),
  untraced: new Set(),
  byEdition,
})

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

type DoneReplay = ReturnType<typeof useReplay> & {
  readonly result: NonNullable<ReturnType<typeof useReplay>['result']>
  readonly asked: AskedReplay
}

interface ResultProps {
  readonly replay: DoneReplay
  readonly onStep: (step: Id) => void
  readonly onClose: () => void
}

function Result({ replay, onStep, onClose }: ResultProps) {
  const { result, asked, isKept, store, change, judge, warn } = replay
  const [shown, setShown] = useState<Shown>('found')
  return (
    <>
      <p>{result.summary.join('')}</p>
      <div className="replay-bar">
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
        <span className="grow" />
        <ShowUse uses={result.uses} onShown={onClose} />
      </div>
      <div className="replay-result">
        {shown === 'found' && (
          <FoundList
            found={result.found}
            judgements={isKept ? store.kept?.about.judgements : undefined}
            onJudge={isKept && store.mayJudge ? (said) => void judge(said) : undefined}
            onWarn={(one) => void warn(one)}
            onStep={onStep}
          />
        )}
        {shown === 'names' && (
          <BoundNames result={result} asked={asked} onChange={(changed) => void change(changed)} />
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

/** Another table may have other 事项. */
function withoutMatter<T extends Pick<AskedReplay, 'matter'>>(asked: T): Omit<T, 'matter'> {
  const { matter: _, ...rest } = asked
  return rest
}
