import { Button } from 'antd'
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined'
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import type { MarkShape, RiskLevel } from '../../model/grading.ts'
import { schemeEditor, shapeName } from '../../text/screen/grading.ts'
import { useAppServices } from '../base/appServices.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import { LevelMark } from './LevelMark.tsx'
import type { SchemeEditorProps } from './schemeEditorProps.ts'
import { levelsByRank } from '../../model/grading/levelsByRank.ts'
import './LevelRows.css'

const shapes = optionsOf<MarkShape>(shapeName)

/** The levels, gravest first; the position is the rank. */
export function LevelRows({ scheme, onChange }: SchemeEditorProps) {
  const { newId } = useAppServices()
  const levels = levelsByRank(scheme.levels)
  const put = (next: readonly RiskLevel[]) =>
    onChange({ ...scheme, levels: next.map((level, at) => ({ ...level, rank: at + 1 })) })
  const change = (id: string, fields: Partial<RiskLevel>) => {
    put(levels.map((level) => (level.id === id ? { ...level, ...fields } : level)))
    return true
  }
  const swap = (at: number, other: number) => {
    const next = [...levels]
    const [one, two] = [levels[at], levels[other]]
    if (one && two) {
      next[at] = two
      next[other] = one
    }
    put(next)
  }
  return (
    <div className="level-rows">
      <p className="field-help">{schemeEditor.gravestFirst}</p>
      {levels.map((level, at) => (
        <div key={level.id} className="level-row">
          <LevelMark level={level} />
          <LevelFields level={level} onChange={(fields) => change(level.id, fields)} />
          <Button
            type="text"
            size="small"
            aria-label={schemeEditor.up}
            disabled={at === 0}
            icon={<ArrowUpOutlined />}
            onClick={() => swap(at, at - 1)}
          />
          <Button
            type="text"
            size="small"
            aria-label={schemeEditor.down}
            disabled={at === levels.length - 1}
            icon={<ArrowDownOutlined />}
            onClick={() => swap(at, at + 1)}
          />
          <Button
            type="text"
            size="small"
            aria-label={schemeEditor.remove}
            icon={<CloseOutlined />}
            onClick={() => put(levels.filter(({ id }) => id !== level.id))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => put([...levels, freshLevel(newId(), levels)])}
      >
        {schemeEditor.add}
      </Button>
    </div>
  )
}

interface LevelFieldsProps {
  readonly level: RiskLevel
  readonly onChange: (fields: Partial<RiskLevel>) => boolean
}

function LevelFields({ level, onChange }: LevelFieldsProps) {
  return (
    <>
      <TextField
        label={schemeEditor.level}
        hint={schemeEditor.level}
        value={level.name}
        onCommit={(name) => onChange({ name })}
      />
      <TextField
        label={schemeEditor.word}
        hint={schemeEditor.word}
        value={level.word}
        onCommit={(word) => onChange({ word })}
      />
      <TextField
        label={schemeEditor.definition}
        hint={schemeEditor.definition}
        value={level.definition ?? ''}
        onCommit={(definition) => onChange({ definition })}
      />
      <input
        type="color"
        aria-label={schemeEditor.colour}
        value={level.colour}
        onChange={(event) => onChange({ colour: event.target.value })}
      />
      <Choice
        label={schemeEditor.shape}
        value={level.shape}
        options={shapes}
        onChoose={(shape) => shape && onChange({ shape })}
      />
    </>
  )
}

/** A new level with the first unused shape. */
function freshLevel(id: string, levels: readonly RiskLevel[]): RiskLevel {
  const shape = shapes.find(({ value }) => levels.every((level) => level.shape !== value))?.value ?? 'square'
  return {
    id,
    rank: levels.length + 1,
    name: schemeEditor.newLevel,
    word: schemeEditor.newWord,
    colour: '#4a5a6a',
    shape,
  }
}
