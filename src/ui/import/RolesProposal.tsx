import { Checkbox } from 'antd'
import type { ProposedRoles } from '../../files/documentReading/proposedRoles.ts'
import { importDialog } from '../../text/screen/importDialog.ts'
import { dutyName, powerKindName } from '../../text/terms.ts'

interface RolesProposalProps {
  readonly proposed: ProposedRoles
  readonly adopted: boolean
  readonly onAdopted: (adopted: boolean) => void
}

/** What title and names propose, to be confirmed with one click; nothing is taken by itself. */
export function RolesProposal({ proposed, adopted, onAdopted }: RolesProposalProps) {
  const { powerKind, duties } = proposed
  const said = [
    ...(powerKind === undefined ? [] : [importDialog.proposedKind(powerKindName[powerKind])]),
    ...duties.map(({ name, duty }) => importDialog.proposedDuty(name, dutyName[duty])),
  ]
  return (
    <div className="import-proposed">
      <Checkbox checked={adopted} onChange={(event) => onAdopted(event.target.checked)}>
        {importDialog.adoptProposed}
      </Checkbox>
      <p className="field-help">{said.join('；')}</p>
    </div>
  )
}
