import type { ListedRiskFile } from '../../model/control/riskList.ts'
import { formsDialog } from '../../text/paper/forms.ts'
import { riskArchiveWords } from '../../text/paper/riskForms.ts'
import { useToasts } from '../base/toastContext.ts'
import { useUnit } from '../base/unit/useUnit.ts'
import { saveForms, type FormFormat } from './saveForms.ts'

/** 《廉政风险档案表》 of what is shown. */
export function useSaveRisks(
  risks: readonly ListedRiskFile[],
  today: string,
): (format: FormFormat) => Promise<void> {
  const { message } = useToasts()
  const unit = useUnit().name
  return async (format) => {
    try {
      const { riskArchiveForm } = await import('../../files/registers/riskForms.ts')
      const forms = [riskArchiveForm({ risks, today, unit })]
      await saveForms({ forms, name: riskArchiveWords.title, today, format })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      void message.error({ content: formsDialog.failed + why, duration: 10 })
    }
  }
}
