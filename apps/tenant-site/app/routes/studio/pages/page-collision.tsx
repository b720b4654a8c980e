import { useNavigate, useSubmit } from '@remix-run/react'
import type { StoredBlock } from '@residency/domain/pages'
import { useTranslation } from '@residency/i18n/react'
import { DiffNotice } from '@residency/ui/studio'

interface Content {
  title: object
  blocks: StoredBlock[]
}

/** Two people wrote the same page: how many blocks differ, and whose to keep. Yours stands in the form below until you choose. */
export function PageCollision({ name, page, mine }: { name: string; page: Content & { id: string; version: number }; mine: Content }) {
  const { t } = useTranslation('studioPages')
  const submit = useSubmit()
  const navigate = useNavigate()
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const ids = [...new Set([...mine.blocks, ...page.blocks].map((block) => block.id))]
  const find = (content: Content, id: string) => content.blocks.find((block) => block.id === id)
  const describe = (block: StoredBlock | undefined) => (block ? t(`blocks.${block.type}`) : '—')
  const differences = [
    ...(same(mine.title, page.title)
      ? []
      : [{ field: t('pageTitle'), yours: Object.values(mine.title).join(' / '), theirs: Object.values(page.title).join(' / ') }]),
    ...ids
      .filter((id) => !same(find(mine, id), find(page, id)))
      .map((id, index) => ({ field: `${t('block')} ${index + 1}`, yours: describe(find(mine, id)), theirs: describe(find(page, id)) })),
  ]
  const keepMine = () => {
    const form = document.querySelector<HTMLFormElement>('form:has(input[name="blocks.0.type"]), form:has(input[name^="title."])')
    if (!form) return
    const body = new FormData(form)
    body.set('expectedVersion', String(page.version))
    body.set('intent', 'save')
    submit(body, { method: 'post' })
  }
  return (
    <DiffNotice
      name={name}
      differences={differences}
      onKeepYours={keepMine}
      onTakeTheirs={() => navigate(`/studio/pages/${page.id}`, { replace: true })}
    />
  )
}
