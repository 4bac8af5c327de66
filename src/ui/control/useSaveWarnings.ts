import type { WarningList } from '../../model/control/warningList.ts'
import { warningRegisterWords } from '../../text/paper/warningForms.ts'
import { useSaveForms, type FormFormat } from './useSaveForms.ts'

/** 整改台账 and statistics of what is listed. */
export function useSaveWarnings({ warnings, today }: WarningList): (format: FormFormat) => Promise<void> {
  const save = useSaveForms()
  return async (format) =>
    save(async (unit) => {
      const { warningForms } = await import('../../files/registers/warningForms.ts')
      const forms = warningForms({ cases: [...warnings].reverse(), today, unit })
      return { forms, name: warningRegisterWords.title, today, format }
    })
}
