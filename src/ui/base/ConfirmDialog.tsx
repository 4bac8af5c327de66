import { useEffect, useRef } from 'react'
import type { ModalFuncProps } from 'antd'
import useModal from 'antd/es/modal/useModal'

export interface ConfirmQuestion {
  readonly id: number
  readonly kind: 'confirm' | 'warning'
  readonly question: ModalFuncProps
  readonly gone: () => void
}

/** The open confirmation dialogs. Each is asked once and closes when it is removed from `questions`. */
export function ConfirmDialog({ questions }: { readonly questions: readonly ConfirmQuestion[] }) {
  const [modal, holder] = useModal()
  const asked = useRef(new Map<number, () => void>())
  useEffect(() => {
    for (const { id, kind, question, gone } of questions) {
      if (asked.current.has(id)) continue
      const afterClose = () => {
        question.afterClose?.()
        gone()
      }
      asked.current.set(id, modal[kind]({ ...question, afterClose }).destroy)
    }
    const open = new Set(questions.map(({ id }) => id))
    for (const [id, destroy] of asked.current) {
      if (open.has(id)) continue
      asked.current.delete(id)
      destroy()
    }
  }, [questions, modal])
  return holder
}
