import { type FormEvent, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { mixesHref } from './mixes-href.ts'
import { useSiteRuntime } from './runtime.tsx'
import type { Choice, MixesView } from './views.ts'

const typingPauseMs = 220

function Select({ name, label, all, value, choices }: { name: string; label: string; all: string; value: string; choices: Choice[] }) {
  const id = `filter-${name}`
  return (
    <p className="filter">
      <label htmlFor={id}>{label}</label>
      {/* The key makes an uncontrolled select follow the address when one goes back. */}
      <select key={value} id={id} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label} ({choice.count})
          </option>
        ))}
      </select>
    </p>
  )
}

/** Search and filters of the catalogue: a GET form that needs no script; with one, the list follows every choice and every pause in typing. */
export function MixFilters({ view, className }: { view: MixesView; className?: string }) {
  const { t } = useTranslation('site')
  const { navigate } = useSiteRuntime()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const search = useRef<HTMLInputElement>(null)
  const { query } = view

  const go = useCallback(
    (form: HTMLFormElement) => {
      clearTimeout(timer.current)
      const asked = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      navigate?.(mixesHref(view, { q: '', ...asked, page: 1 }), { replace: true, preventScrollReset: true })
    },
    [navigate, view],
  )
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    if (!navigate) return
    const form = event.currentTarget
    clearTimeout(timer.current)
    if (event.target === search.current) timer.current = setTimeout(() => go(form), typingPauseMs)
    else go(form)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!navigate) return
    event.preventDefault()
    go(event.currentTarget)
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const input = search.current
    // What is being typed is newer than any answer that arrives meanwhile.
    if (input && document.activeElement !== input) input.value = query.q
  }, [query.q])

  const sorts = [
    { value: 'newest', label: t('filters.newest') },
    { value: 'oldest', label: t('filters.oldest') },
    { value: 'longest', label: t('filters.longest') },
    { value: 'title', label: t('filters.byTitle') },
  ]
  return (
    <search className={className ? `filters ${className}` : 'filters'}>
      <form method="get" action={view.action} onChange={onChange} onSubmit={onSubmit} aria-label={t('filters.label')}>
        <p className="filter filter-search">
          <label htmlFor="filter-q">{t('filters.search')}</label>
          <input
            ref={search}
            id="filter-q"
            name="q"
            type="search"
            defaultValue={query.q}
            placeholder={t('filters.placeholder')}
            autoComplete="off"
            enterKeyHint="search"
          />
        </p>
        {view.genres.length > 1 || query.genre ? (
          <Select name="genre" label={t('filters.genre')} all={t('filters.allGenres')} value={query.genre} choices={view.genres} />
        ) : null}
        {view.moods.length > 1 || query.mood ? (
          <Select name="mood" label={t('filters.mood')} all={t('filters.allMoods')} value={query.mood} choices={view.moods} />
        ) : null}
        {view.years.length > 1 || query.year ? (
          <Select name="year" label={t('filters.year')} all={t('filters.allYears')} value={query.year} choices={view.years} />
        ) : null}
        <p className="filter">
          <label htmlFor="filter-sort">{t('filters.sort')}</label>
          <select key={query.sort} id="filter-sort" name="sort" defaultValue={query.sort}>
            {sorts.map((sort) => (
              <option key={sort.value} value={sort.value}>
                {sort.label}
              </option>
            ))}
          </select>
        </p>
        <button className="button filter-go" type="submit">
          {t('filters.show')}
        </button>
      </form>
    </search>
  )
}

/** How many there are, said aloud when it changes, and the way back from what was asked. */
export function FilterResult({ view, className }: { view: MixesView; className?: string }) {
  const { t } = useTranslation('site')
  const { q, genre, mood, year } = view.query
  const label = (choices: Choice[], value: string) => choices.find((choice) => choice.value === value)?.label ?? value
  const asked = [
    { key: 'q', text: `“${q}”`, on: q !== '' },
    { key: 'genre', text: label(view.genres, genre), on: genre !== '' },
    { key: 'mood', text: label(view.moods, mood), on: mood !== '' },
    { key: 'year', text: label(view.years, year), on: year !== '' },
  ].filter((one) => one.on)
  return (
    <div className={className ? `filter-result ${className}` : 'filter-result'}>
      <p role="status">{t('filters.count', { count: view.total })}</p>
      {asked.length > 0 ? (
        <ul className="filter-asked">
          {asked.map((one) => (
            <li key={one.key}>
              <a href={mixesHref(view, { [one.key]: '', page: 1 })} aria-label={t('filters.remove', { what: one.text })}>
                {one.text} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          {asked.length > 1 ? (
            <li>
              <a href={view.action}>{t('filters.clear')}</a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}
