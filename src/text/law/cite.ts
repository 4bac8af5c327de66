import { writeNumeral } from '../../model/numerals.ts'
import { provisions, type Provision, type ProvisionKey } from './provisions.ts'
import { statutes } from './statutes.ts'

/** 行政许可法第四十二条、第四十五条: the articles of one statute together, several statutes after each other. */
export function cite(...keys: readonly ProvisionKey[]): string {
  const articles = new Map<string, string[]>()
  for (const key of keys) {
    const { statute, article }: Provision = provisions[key]
    const { name } = statutes[statute]
    const said = article === undefined ? [] : [`第${writeNumeral(article)}条`]
    articles.set(name, [...(articles.get(name) ?? []), ...said])
  }
  return [...articles].map(([name, said]) => `${name}${[...new Set(said)].join('、')}`).join('、')
}
