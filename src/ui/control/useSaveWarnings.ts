import type { WarningList } from '../../model/control/warningList.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { warningRegisterWords } from '../../text/paper/warningForms.ts'
import { useToasts } from '../base/toastContext.ts'
import { useUnit } from '../base/unit/useUnit.ts'
import { saveForms, type FormFormat } from './saveForms.ts'

/** 整改台账 and statistics of what is listed. */
export function useSaveWarnings({ warnings, today }: WarningList): (format: FormFormat) => Promise<void> {
  const { message } = useToasts()
  const unit = useUnit().name
  return async (format) => {
    try {
      const { warningForms } = await import('../../files/registers/warningForms.ts')
      const cases = [...warnings].reverse()
      const forms = warningForms({ cases, today, unit })
      await saveForms({ forms, name: warningRegisterWords.title, today, format })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
}
