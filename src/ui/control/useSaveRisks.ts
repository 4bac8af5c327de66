import type { ListedRiskFile } from '../../model/control/riskList.ts'
import { riskArchiveWords } from '../../text/paper/riskForms.ts'
import { useSaveForms, type FormFormat } from './useSaveForms.ts'

/** 《廉政风险档案表》 of what is shown. */
export function useSaveRisks(
  risks: readonly ListedRiskFile[],
  today: string,
): (format: FormFormat) => Promise<void> {
  const save = useSaveForms()
  return async (format) =>
    save(async (unit) => {
      const { riskArchiveForm } = await import('../../files/registers/riskForms.ts')
      return { forms: [riskArchiveForm({ risks, today, unit })], name: riskArchiveWords.title, today, format }
    })
}
