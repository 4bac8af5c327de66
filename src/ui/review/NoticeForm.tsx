import { useCallback, useState } from 'react'
import { Button, Input } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { NoticeKind, WarningColour } from '../../model/registers/notice.ts'
import type { IssuedNotice, NoticeState } from '../../model/review/review.ts'
import { warningColourName } from '../../text/paper/notices.ts'
import { dayWords, issueText, noticeKindName } from '../../text/screen/review.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useRequest } from '../base/api/useRequest.ts'
import type { Addressed } from './noticeLines.ts'
import { addresseeOf, coloursFor, nextNoticeNumber } from './noticeLines.ts'
import { SayField } from './SayField.tsx'
import type { ReviewDesk } from './useReviewDesk.ts'
import { useNoticeFile } from './useNoticeFile.ts'
import './NoticeForm.css'
import './reviewActs.css'

interface NoticeFormProps {
  readonly desk: ReviewDesk
  /** The marks that the notice is about. */
  readonly marks: ReadonlySet<Id>
  readonly onDone: () => void
}

/** Proposed days until the answer is due. */
const usualTerm = 15
const oneDay = 86_400_000

const kinds = optionsOf(noticeKindName)
const addressed = optionsOf<Addressed>({ post: issueText.toPost, unit: issueText.toUnit })

interface Draft {
  readonly what: NoticeKind
  readonly to: Addressed
  readonly colour: WarningColour
  /** Undefined: as proposed. */
  readonly number: string | undefined
  readonly addressee: string | undefined
  readonly deadline: string
  readonly demands: string
  readonly issuer: string
  readonly contact: string
  readonly phone: string
  readonly copies: string
}

/** Issues 提醒函 and similar notices about the chosen marks: registers and downloads them. */
export function NoticeForm({ desk, marks: chosen, onDone }: NoticeFormProps) {
  const chart = useChart()
  const { now, person } = useAppServices()
  const download = useNoticeFile()
  const { marks } = desk.review
  const [proposed, askAgain] = useProposedNumber(desk)
  const [draft, setDraft] = useState<Draft>(() => ({
    what: 'warning',
    to: 'post',
    colour: 'yellow',
    number: undefined,
    addressee: undefined,
    deadline: dayWords(now() + usualTerm * oneDay),
    demands: '',
    ...signerOf(desk.review.notices.at(-1), person.read()?.name),
    copies: '',
  }))
  const about = marks.filter(({ id }) => chosen.has(id))
  const addressee = draft.addressee ?? addresseeOf(chart, about, draft.to)
  const { what, colour, number = proposed, deadline, demands } = draft
  const { issuer, contact, phone, copies } = draft
  const signed = { issuer, contact, phone, copies }
  const notice = { what, colour, number, addressee, marks: [...chosen], deadline, ...signed }
  const issue = async () => {
    // A colleague may have taken the number; propose the next one.
    if (!(await desk.give({ kind: 'issue', notice, text: demands }))) return askAgain()
    await download({ notice, marks, demands, at: now() })
    onDone()
  }
  return (
    <section className="notice-form" aria-label={issueText.make}>
      <p className="field-help">{about.length === 0 ? issueText.makeHint : issueText.chosen(about.length)}</p>
      <NoticeFields draft={draft} number={number} addressee={addressee} onDraft={setDraft} />
      <div className="review-acts">
        <Button
          size="small"
          type="primary"
          disabled={about.length === 0 || deadline === '' || issuer.trim() === ''}
          title={deadline === '' ? issueText.badDate : issueText.makeHint}
          onClick={() => void issue()}
        >
          {issueText.issue}
        </Button>
        <Button size="small" onClick={onDone}>
          {issueText.cancel}
        </Button>
      </div>
    </section>
  )
}

/** Who signs: as in the last notice of this chart. */
function signerOf(last: NoticeState | undefined, me = '') {
  return { issuer: last?.issuer ?? '', contact: last?.contact ?? me, phone: last?.phone ?? '' }
}

/**
 * Numbers are unique in the unit, so the server proposes one; until it answers, one from this
 * chart's notices.
 */
function useProposedNumber({ review }: ReviewDesk): readonly [number: string, again: () => void] {
  const { now } = useAppServices()
  const { unit } = useChart().header
  const { id } = useOpenChart()
  const server = useApi().unit
  const year = new Date(now()).getFullYear()
  const [next, again] = useRequest(useCallback(async () => server.nextNotice(id, year), [server, id, year]))
  return [next.state === 'loaded' ? next.value : nextNoticeNumber(review.notices, year, unit ?? ''), again]
}

interface NoticeFieldsProps {
  readonly draft: Draft
  readonly number: IssuedNotice['number']
  readonly addressee: IssuedNotice['addressee']
  readonly onDraft: (draft: Draft) => void
}

function NoticeFields({ draft, number, addressee, onDraft }: NoticeFieldsProps) {
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change })
  const took = (change: Partial<Draft>) => {
    set(change)
    return true
  }
  const colours = coloursFor[draft.to].map((value) => ({ value, label: warningColourName[value] }))
  return (
    <>
      <Choice
        label={issueText.what}
        value={draft.what}
        options={kinds}
        onChoose={(what) => what && set({ what })}
      />
      <div className="field-row">
        <Choice
          label={issueText.about}
          value={draft.to}
          options={addressed}
          onChoose={(to) => to && set({ to, colour: coloursFor[to][0] })}
        />
        <Choice
          label={issueText.colour}
          value={draft.colour}
          options={colours}
          onChoose={(colour) => colour && set({ colour })}
        />
      </div>
      <Field label={issueText.number}>
        <TextField
          label={issueText.number}
          value={number}
          onCommit={(written) => took({ number: written || undefined })}
        />
      </Field>
      <SignerFields draft={draft} set={set} />
      <Field label={issueText.addressee}>
        <TextField
          label={issueText.addressee}
          value={addressee}
          onCommit={(addressee) => took({ addressee })}
        />
      </Field>
      <Field label={issueText.deadline}>
        <Input
          type="date"
          aria-label={issueText.deadline}
          value={draft.deadline}
          onChange={(event) => set({ deadline: event.target.value })}
        />
      </Field>
      <SayField label={issueText.demands} text={draft.demands} onText={(demands) => set({ demands })} />
    </>
  )
}

interface SignerFieldsProps {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
}

/** The body that issues it, whom to ask there, and who gets a copy. */
function SignerFields({ draft, set }: SignerFieldsProps) {
  return (['issuer', 'contact', 'phone', 'copies'] as const).map((field) => (
    <Field key={field} label={issueText[field]}>
      <Input
        aria-label={issueText[field]}
        maxLength={field === 'copies' ? 300 : 60}
        value={draft[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  ))
}
