import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ModalFuncProps } from 'antd'
import useMessage from 'antd/es/message/useMessage'
import type { Asked, Saying } from './toastContext.ts'
import { SayingContext } from './toastContext.ts'
import type { Question } from './ConfirmDialog.tsx'

/** Fetched with the first question: most visits ask none, and it is heavy. */
const QuestionBox = lazy(async () => ({ default: (await import('./ConfirmDialog.tsx')).QuestionBox }))

/** Everything below may say something and ask something. */
export function Sayings({ children }: { readonly children: ReactNode }) {
  const [message, holder] = useMessage({ maxCount: 3 })
  const [questions, setQuestions] = useState<readonly Question[]>([])
  const count = useRef(0)
  const saying = useMemo<Saying>(() => {
    const ask = (kind: Question['kind'], question: ModalFuncProps): Asked => {
      count.current += 1
      const id = count.current
      const gone = () => setQuestions((all) => all.filter((one) => one.id !== id))
      setQuestions((all) => [...all, { id, kind, question, gone }])
      return { destroy: gone }
    }
    return {
      message,
      modal: {
        confirm: (question) => ask('confirm', question),
        warning: (question) => ask('warning', question),
      },
    }
  }, [message])
  return (
    <SayingContext value={saying}>
      {holder}
      {children}
      <Suspense>{questions.length > 0 && <QuestionBox questions={questions} />}</Suspense>
    </SayingContext>
  )
}
