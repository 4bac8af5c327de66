import type { ControlCommand } from '../../model/control/decideControl.ts'
import type { ListedMeasure } from '../../model/control/measureList.ts'
import { measureDialog } from '../../text/screen/controlText.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useApi } from '../base/appServices.ts'
import { useToasts } from '../base/toastContext.ts'

export interface ControlDesk {
  /** Sends a command of this measure's chart; says why it was refused. Returns whether it was taken. */
  readonly give: (command: ControlCommand, content?: string) => Promise<boolean>
}

export function useControlDesk({ chart }: ListedMeasure, onDone: () => void): ControlDesk {
  const server = useApi().control
  const { message } = useToasts()
  return {
    give: async (command, content) => {
      try {
        await server.give(chart, command, content)
        void message.success({ content: measureDialog.saved, key: 'control' })
        onDone()
        return true
      } catch (error) {
        void message.error({ content: sayServerError(error), duration: 8 })
        return false
      }
    },
  }
}
