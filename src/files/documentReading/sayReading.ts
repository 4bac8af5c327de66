import { intakeWords, readingKindName } from '../../text/messages/intake.ts'
import type { DocumentReading, FlowReading } from './documentReading.ts'

/** 流程表“林木采伐”（4 个环节） */
export function sayReading({ kind, where, reading }: FlowReading): string {
  return intakeWords.readingName(readingKindName[kind], where, reading.rows.length)
}

/** Why a document gives no chart, with the place where it belongs. */
export function whyNoFlow({ door }: DocumentReading): string {
  if (door === 'risks') return intakeWords.onlyRisks
  if (door === 'cellsAsLines') return intakeWords.cellsAsLines
  return door === 'powers' ? intakeWords.onlyPowers : intakeWords.noFlow
}
