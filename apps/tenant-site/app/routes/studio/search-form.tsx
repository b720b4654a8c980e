import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button } from '@residency/ui/studio'

/** One field that finds, above a list. A GET: what was asked for stands in the address. */
export function SearchForm({ label, q }: { label: string; q: string }) {
  const { t } = useTranslation('studio')
  return (
    <Form method="get" role="search" className="search-form">
      <label>
        <span>{label}</span>
        <input type="search" name="q" defaultValue={q} key={q} autoComplete="off" />
      </label>
      <Button type="submit">{t('list.search')}</Button>
    </Form>
  )
}
