import { useCallback } from 'react'
import { writeChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { PowerItem } from '../../model/catalogue/powerItem.ts'
import { headerOfPower } from '../../model/catalogue/row.ts'
import { begunIn } from '../../model/unit/newChart.ts'
import { useHouse } from '../house.ts'
import { goTo } from '../place.ts'
import { blankChart } from '../room/newChart.ts'
import { useSaying } from '../saying.ts'
import { sayServerError } from '../server/asking.ts'
import { unitNow } from '../unit/unitNow.ts'
import { useUnitServer } from '../unit/unitServer.ts'
import { useCatalogueServer } from './catalogueServer.ts'
import type { CatalogueDesk } from './useCatalogue.ts'

/**
 * A chart for a power, its header filled in, the rest as the unit says: made on the server, because only what it
 * knows to be one's own may be named; then named by the power, and opened.
 */
export function useMakeChart({ edit, refresh }: CatalogueDesk): (power: PowerItem) => Promise<void> {
  const house = useHouse()
  const server = useCatalogueServer()
  const units = useUnitServer()
  const { message } = useSaying()
  return useCallback(
    async (power) => {
      try {
        const blank = { ...blankChart(power.name, house.newId), header: headerOfPower(power) }
        const chart = begunIn(await unitNow(house, units), blank)
        const id = await server.make(writeChartFile(chart))
        if (await edit([{ kind: 'set', id: power.id, field: 'chart', value: id }]))
          goTo({ at: 'chart', chart: id })
        else await refresh()
      } catch (error) {
        void message.error({ content: sayServerError(error), duration: 8 })
      }
    },
    [house, server, units, edit, refresh, message],
  )
}
