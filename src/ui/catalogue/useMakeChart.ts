import { useCallback } from 'react'
import { writeChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { PowerItem } from '../../model/catalogue/powerItem.ts'
import { headerOfPower } from '../../model/catalogue/row.ts'
import { newChartInUnit } from '../../model/unit/newChart.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { navigate } from '../base/routes.ts'
import { blankChart } from '../openChart/keepNewChart.ts'
import { useToasts } from '../base/toastContext.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { unitNow } from '../base/unit/unitNow.ts'
import type { CatalogueDesk } from './useCatalogue.ts'

/**
 * Creates a chart for a power, with its header and the unit's values, on the server (a power may
 * only link charts that the server knows as one's own). Then links and opens it.
 */
export function useMakeChart({ edit, refresh }: CatalogueDesk): (power: PowerItem) => Promise<void> {
  const services = useAppServices()
  const server = useApi().catalogue
  const { message } = useToasts()
  return useCallback(
    async (power) => {
      try {
        const blank = { ...blankChart(power.name, services.newId), header: headerOfPower(power) }
        const chart = newChartInUnit(await unitNow(services), blank)
        const id = await server.make(writeChartFile(chart))
        if (await edit([{ kind: 'set', id: power.id, field: 'chart', value: id }]))
          navigate({ at: 'chart', chart: id })
        else await refresh()
      } catch (error) {
        void message.error({ content: sayServerError(error), duration: 8 })
      }
    },
    [services, server, edit, refresh, message],
  )
}
