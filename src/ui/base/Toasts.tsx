import { Suspense, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ModalFuncProps } from 'antd'
import useMessage from 'antd/es/message/useMessage'
import { lazyPart } from './lazyPart.tsx'
import type { OpenConfirm, ToastApi } from './toastContext.ts'
import { ToastContext } from './toastContext.ts'
import type { ConfirmQuestion } from './ConfirmDialog.tsx'

/** Loaded with the first question, because the dialog is large and most visits need none. */
const QuestionBox = lazyPart(async () => (await import('./ConfirmDialog.tsx')).ConfirmDialog)

/** Provides toasts and confirmation dialogs to its children. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [message, holder] = useMessage({ maxCount: 3 })
  const [questions, setQuestions] = useState<readonly ConfirmQuestion[]>([])
  const count = useRef(0)
  const toasts = useMemo<ToastApi>(() => {
    const ask = (kind: ConfirmQuestion['kind'], question: ModalFuncProps): OpenConfirm => {
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
    <ToastContext value={toasts}>
      {holder}
      {children}
      <Suspense>{questions.length > 0 && <QuestionBox questions={questions} />}</Suspense>
    </ToastContext>
  )
}
