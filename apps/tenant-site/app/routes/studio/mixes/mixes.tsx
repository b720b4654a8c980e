import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listEditedMixes, listEditedMixesSchema } from '@residency/domain/catalogue'
import { localize } from '@residency/domain/context'
import { listOpenTiers } from '@residency/domain/fan-club'
import { listPictureChoices } from '@residency/domain/media'
import { acceptedAudioFiles, getStorageUse, listUploads } from '@residency/domain/uploads'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, EmptyState, LinkButton, Notice, PageHead } from '@residency/ui/studio'
import { Pager } from '../pager.tsx'
import { ProblemNotice } from '../problem.tsx'
import { BulkEdit } from './bulk-edit.tsx'
import { MixFilters } from './mix-filters.tsx'
import { MixTable } from './mix-table.tsx'
import { mixesFormSchema, runMixesForm } from './mixes-form.server.ts'
import { UnfinishedUploads } from './upload/unfinished-uploads.tsx'
import { UploadZone } from './upload/upload-zone.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', search: listEditedMixesSchema }, async ({ ctx, search }) => ({
    ...(await listEditedMixes(ctx, search)),
    search,
    accept: acceptedAudioFiles,
    storage: await getStorageUse(ctx),
    unfinished: await listUploads(ctx),
    pictures: await listPictureChoices(ctx, { chosen: [] }),
    tiers: (await listOpenTiers(ctx)).map(({ id, name }) => ({ id, name: localize(name, ctx.locale, ctx.tenant.locale) })),
  }))

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'catalogue.edit', form: mixesFormSchema }, ({ ctx, form }) => runMixesForm(ctx, form))

export default function Mixes() {
  const { mixes, total, page, pageCount, search, accept, storage, unfinished, pictures, tiers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const done = answer && 'done' in answer ? answer : null
  const isFiltered = search.q !== '' || search.publication !== undefined || search.stage !== undefined
  const isEmpty = total === 0 && !isFiltered
  return (
    <>
      <PageHead title={t('title')} intro={t('intro', { used: format.bytes(storage.usedBytes), quota: format.bytes(storage.quotaBytes) })} />
      <UploadZone accept={accept} label={t('upload.choose')} hint={t('upload.hint')} />
      <UnfinishedUploads unfinished={unfinished} />
      <ProblemNotice answer={answer} />
      {done ? (
        <Notice tone="good">
          <p>
            {t(`bulk.done.${done.done}`, { count: done.count })}{' '}
            {done.left > 0 ? t(`bulk.left.${done.done === 'undo' ? 'undo' : 'other'}`, { count: done.left }) : ''}
          </p>
          {done.undo ? (
            <Form method="post">
              {done.undo.fields.map(([name, value]) => (
                <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
              ))}
              <Button type="submit" name="intent" value={done.undo.intent} disabled={busy}>
                {t('bulk.undo')}
              </Button>
            </Form>
          ) : null}
        </Notice>
      ) : null}
      {isEmpty ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <>
          <MixFilters search={search} />
          {mixes.length === 0 ? (
            <EmptyState title={t('nothingFound')} action={<LinkButton href="/studio/mixes">{t('showAll')}</LinkButton>} />
          ) : (
            <Form method="post" id="bulk">
              <MixTable mixes={mixes} />
              <BulkEdit pictures={pictures} tiers={tiers} busy={busy} />
            </Form>
          )}
          <Pager
            path="/studio/mixes"
            q={search.q}
            more={{ publication: search.publication, stage: search.stage }}
            page={page}
            pageCount={pageCount}
            total={t('total', { count: total })}
          />
        </>
      )}
    </>
  )
}
