import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { hasExternalEdition } from '../../model/editions/hasExternalEdition.ts'
import { powerKindName } from '../../text/terms.ts'
import type { Template } from '../../text/templates/template.ts'
import { templateWords } from '../../text/templates/templateWords.ts'
import type { AppServices } from '../base/appServices.ts'
import { useAppServices } from '../base/appServices.ts'
import { sayNotKept } from '../base/sayNotKept.ts'
import { useToasts } from '../base/toastContext.ts'
import './Templates.css'

/** Templates for new charts, one's own first. The others are loaded after the page, to keep it small. */
export function Templates({ own }: { readonly own: ReactNode }) {
  const loaded = useTemplates()
  const { making, begin } = useBegin()
  if (loaded === 'failed')
    return (
      <p className="field-help" role="alert">
        {templateWords.failed}
      </p>
    )
  return (
    <section className="templates" aria-labelledby="templates-heading" aria-busy={loaded === null}>
      <h2 id="templates-heading">{templateWords.heading}</h2>
      <p className="field-help">{loaded === null ? templateWords.loading : templateWords.lead}</p>
      {own}
      {loaded !== null &&
        groupsOf(loaded).map(({ heading, templates }) => (
          <div key={heading} className="template-group">
            <h3>{heading}</h3>
            <ul>
              {templates.map((template) => (
                <li key={template.id}>
                  <TemplateCard template={template} making={making === template.id} onChoose={begin} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

interface TemplateCardProps {
  readonly template: Template
  readonly making: boolean
  readonly onChoose: (template: Template) => void
}

function TemplateCard({ template, making, onChoose }: TemplateCardProps) {
  return (
    <button type="button" className="template-card" aria-busy={making} onClick={() => onChoose(template)}>
      <strong>{template.title}</strong>
      <span>{template.about}</span>
      <small>
        {making
          ? templateWords.making
          : `${powerKindName[template.powerKind]} · ${templateWords.steps(stepCount(template))}`}
      </small>
    </button>
  )
}

function stepCount({ steps }: Template): number {
  return steps.trim().split('\n').length
}

/** 对外职权 first, as the most common choice. */
function groupsOf(templates: readonly Template[]) {
  return [
    { heading: templateWords.external, templates: templates.filter(isOutward) },
    { heading: templateWords.internal, templates: templates.filter((template) => !isOutward(template)) },
  ]
}

function isOutward({ title, powerKind, hasExternal }: Template): boolean {
  return hasExternalEdition({ title, powerKind, ...(hasExternal !== undefined && { hasExternal }) })
}

function useTemplates(): readonly Template[] | 'failed' | null {
  const [loaded, setLoaded] = useState<readonly Template[] | 'failed' | null>(null)
  useEffect(() => {
    let here = true
    const put = (found: readonly Template[] | 'failed') => here && setLoaded(found)
    import('../../text/templates/templates.ts').then(
      ({ templates }) => put(templates),
      () => put('failed'),
    )
    return () => {
      here = false
    }
  }, [])
  return loaded
}

/** Ignores a second click while a chart is being created, which would create two. */
function useBegin() {
  const services = useAppServices()
  const { message } = useToasts()
  const [making, setMaking] = useState<string | null>(null)
  const begin = (template: Template) => {
    if (making !== null) return
    setMaking(template.id)
    makeChart(services, template).catch((error: unknown) => {
      setMaking(null)
      void message.error({ content: sayNotKept(error), duration: 8 })
    })
  }
  return { making, begin }
}

/** Lazy: table readers need libraries that the home page does not. */
async function makeChart(services: AppServices, template: Template): Promise<void> {
  const [{ templateChart }, { beginChart }, { newChartFromTemplate }] = await Promise.all([
    import('./templateChart.ts'),
    import('../openChart/keepNewChart.ts'),
    import('../../model/unit/newChart.ts'),
  ])
  await beginChart(services, templateChart(template, services.newId), newChartFromTemplate)
}
