import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import {
  commentShelves,
  getMutedWords,
  listModeratedComments,
  listModeratedCommentsSchema,
  moderateComments,
  moderateCommentsSchema,
  mutedWordsSchema,
  muteWords,
} from '@residency/domain/community'
import { openAction, openLoader } from '@residency/edge/routes'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, EmptyState, Notice, PageHead, TabLinks, Table } from '@residency/ui/studio'
import { z } from 'zod'
import { byIntent } from '../by-intent.server.ts'
import { useStudio } from '../layout.tsx'
import { problemOf } from '../problem.tsx'
import { MutedWords } from './muted-words.tsx'
import { useCommentKeys } from './use-comment-keys.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'moderation.act', search: listModeratedCommentsSchema }, async ({ ctx, search }) => ({
    ...(await listModeratedComments(ctx, search)),
    shelves: commentShelves,
    words: await getMutedWords(ctx),
    show: search.show,
    q: search.q,
  }))

const form = z.preprocess(
  (sent) => ({ intent: 'moderate', ...(sent as object) }),
  byIntent({ moderate: moderateCommentsSchema, mute: mutedWordsSchema }),
)

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'moderation.act', form }, async ({ ctx, form: asked }) => {
    if (asked.intent === 'mute') {
      await muteWords(ctx, asked)
      return { muted: true }
    }
    return { done: asked.moderation, count: await moderateComments(ctx, asked), ids: asked.commentIds }
  })

const opposite = { hide: 'show', show: 'hide' } as const

/** What fans have said, gathered for those who keep it decent: one at a time or many, by mouse or by keys. */
export default function Comments() {
  const { comments, words, shelves, show, q, total, page, pageCount, waiting } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { timeZone } = useStudio()
  const { t } = useTranslation('studioCommunity')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const list = useCommentKeys()
  const href = (more: Record<string, string>) => `/studio/comments?${new URLSearchParams({ show, ...(q ? { q } : {}), ...more })}`
  const problem = problemOf(answer)
  const done = answer && 'done' in answer ? answer : null
  const undo = done && (done.done === 'hide' || done.done === 'show') ? opposite[done.done] : null
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      {problem ? <Notice tone="bad">{problem.fields.commentIds ?? problem.message}</Notice> : null}
      {answer && 'muted' in answer ? <Notice tone="good">{t('muted.saved')}</Notice> : null}
      {done ? (
        <Notice tone="good">
          {t(`done.${done.done}`, { count: done.count })}{' '}
          {undo ? (
            <Form method="post" className="inline-form">
              {done.ids.map((id) => (
                <input key={id} type="hidden" name="commentIds" value={id} />
              ))}
              <Button type="submit" weight="quiet" name="moderation" value={undo} disabled={busy}>
                {t('undo')}
              </Button>
            </Form>
          ) : null}
        </Notice>
      ) : null}
      <TabLinks
        label={t('shelves.label')}
        tabs={shelves.map((shelf) => ({
          href: href({ show: shelf }),
          label: shelf === 'reported' ? t('shelves.reported', { count: waiting }) : t(`shelves.${shelf}`),
          current: shelf === show,
        }))}
      />
      <Form method="get" role="search" className="search-form">
        <input type="hidden" name="show" value={show} />
        <label>
          <span>{t('find')}</span>
          <input type="search" name="q" defaultValue={q} key={q} autoComplete="off" />
        </label>
        <Button type="submit">{t('search')}</Button>
      </Form>
      <Form method="post" ref={list} preventScrollReset>
        <Table
          caption={t('title')}
          rows={comments}
          rowKey={(row) => row.id}
          empty={<EmptyState title={q ? t('nothingFound', { q }) : t(`none.${show}`)}>{t('noneText')}</EmptyState>}
          columns={[
            {
              key: 'choose',
              label: t('choose'),
              hiddenLabel: true,
              width: '6%',
              cell: (row) => (
                <label className="choose">
                  <span className="visually-hidden">{t('chooseWhat', { name: row.author })}</span>
                  <input type="checkbox" name="commentIds" value={row.id} data-row="" />
                </label>
              ),
            },
            {
              key: 'body',
              label: t('comment'),
              heading: true,
              cell: (row) => (
                <>
                  <span className="comment-text">{row.body}</span>
                  <br />
                  <small>
                    {row.author} {row.isCrew ? <Badge>{t('crew')}</Badge> : null}
                  </small>
                </>
              ),
            },
            {
              key: 'mix',
              label: t('mix'),
              width: '22%',
              cell: (row) => (
                <>
                  <a href={`/mixes/${row.mixSlug}/comments#comment-${row.id}`}>{row.mixTitle}</a>
                  <br />
                  <small>{format.clock(row.atMs)}</small>
                </>
              ),
            },
            {
              key: 'when',
              label: t('when'),
              width: '16%',
              cell: (row) => format.dateTime(row.createdAt, { timeZone, style: 'medium' }),
            },
            {
              key: 'state',
              label: t('state'),
              width: '18%',
              cell: (row) => (
                <span className="badges">
                  {row.heldFor ? (
                    <Badge tone="bad">{t('held', { word: row.heldFor })}</Badge>
                  ) : row.isHidden ? (
                    <Badge tone="warn">{t('hidden')}</Badge>
                  ) : null}
                  {(['spam', 'abuse', 'other'] as const).map((reason) =>
                    row.reports[reason] ? (
                      <Badge key={reason} tone="bad">
                        {t(`reports.${reason}`, { count: row.reports[reason] })}
                      </Badge>
                    ) : null,
                  )}
                </span>
              ),
            },
          ]}
        />
        {comments.length > 0 ? (
          <div className="form-end">
            <Button type="submit" name="moderation" value="hide" data-key="h" disabled={busy}>
              {t('hide')}
            </Button>
            <Button type="submit" name="moderation" value="show" data-key="s" disabled={busy}>
              {t('show')}
            </Button>
            <Button type="submit" name="moderation" value="dismiss" data-key="l" disabled={busy}>
              {t('dismiss')}
            </Button>
            <details className="confirm">
              <summary>{t('delete')}</summary>
              <p>{t('deleteText')}</p>
              <Button type="submit" weight="danger" name="moderation" value="delete" disabled={busy}>
                {t('deleteNow')}
              </Button>
            </details>
            <p>
              <small>{t('keys')}</small>
            </p>
          </div>
        ) : null}
      </Form>
      <nav className="pager" aria-label={t('pages')}>
        <span>{t('total', { count: total })}</span>
        {page > 1 ? <a href={href({ page: String(page - 1) })}>{t('before')}</a> : null}
        {page < pageCount ? <a href={href({ page: String(page + 1) })}>{t('after')}</a> : null}
      </nav>
      <MutedWords words={problem?.values.words ?? words.join('\n')} error={problem?.fields.words} busy={busy} />
    </>
  )
}
