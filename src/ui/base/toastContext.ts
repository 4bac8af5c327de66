/** Toasts and confirmation dialogs. */
import { createContext, use } from 'react'
import type { ModalFuncProps } from 'antd'
import type { MessageInstance } from 'antd/es/message/interface'

export interface ToastApi {
  readonly message: MessageInstance
  readonly modal: ConfirmApi
}

/** Same parameters as antd's confirm; `onOk` may return a promise. */
export interface ConfirmApi {
  readonly confirm: (question: ModalFuncProps) => OpenConfirm
  readonly warning: (question: ModalFuncProps) => OpenConfirm
}

export interface OpenConfirm {
  readonly destroy: () => void
}

export const ToastContext = createContext<ToastApi | null>(null)

/** Toasts and confirmations from context. Throws outside the provider. */
export function useToasts(): ToastApi {
  const toasts = use(ToastContext)
  if (!toasts) throw new Error('outside of the app')
  return toasts
}
