/** Short messages and questions, beside what the page shows. */
import { createContext, use } from 'react'
import type { ModalFuncProps } from 'antd'
import type { MessageInstance } from 'antd/es/message/interface'

export interface Saying {
  readonly message: MessageInstance
  readonly modal: Questions
}

/** Asked as antd's own: `onOk` may answer a promise. */
export interface Questions {
  readonly confirm: (question: ModalFuncProps) => Asked
  readonly warning: (question: ModalFuncProps) => Asked
}

export interface Asked {
  readonly destroy: () => void
}

export const SayingContext = createContext<Saying | null>(null)

export function useSaying(): Saying {
  const saying = use(SayingContext)
  if (!saying) throw new Error('outside of the app')
  return saying
}
