import { Input } from 'antd'
import type { Person } from '../../protocol/api.ts'
import { entrance } from '../../text/screen/together.ts'

interface PersonFieldsProps {
  readonly person: Person
  readonly onChange: (person: Person) => void
}

/** Maximum length that the server accepts. */
const longest = 40

/** Input fields for name and post. */
export function PersonFields({ person, onChange }: PersonFieldsProps) {
  return (
    <>
      <label className="field">
        <span className="field-label">{entrance.name}</span>
        <Input
          aria-label={entrance.name}
          value={person.name}
          maxLength={longest}
          autoComplete="name"
          onChange={(event) => onChange({ ...person, name: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="field-label">{entrance.post}</span>
        <Input
          aria-label={entrance.post}
          value={person.post}
          maxLength={longest}
          autoComplete="organization-title"
          onChange={(event) => onChange({ ...person, post: event.target.value })}
        />
      </label>
    </>
  )
}
